import JSON
import Stances
import Testing

@testable import Intake

@Suite("All faults at once, whatever the faults")
struct FaultLawTests {
  /// The cases of `EventError.Reason`; one more does not compile until it is here, and then has to
  /// have an example.
  enum Kind: CaseIterable {
    case json, notAnObject, missing, unknownField, unknownType, newerVersion, olderVersion,
      wrongShape, empty, tooLong, tooFew, repeated, notASlug, notOneOf, badDate, badMarket,
      notAnAddress, notADecimal, badShape, publisherMissing, publisherTwice, noFigure,
      nobodyAddressed, noClaimant, noDenier, noPartner, fieldOfLaterVersion, termOfLaterVersion,
      tooDeepForLines, hourGiven, usedByWithoutPower, mergedIntoItself, replacementOfOther,
      replacementIsAmendment, unseen, unfilled, tooManyAddresses

    init(_ reason: EventError.Reason) {
      self =
        switch reason {
        case .json: .json
        case .notAnObject: .notAnObject
        case .missing: .missing
        case .unknownField: .unknownField
        case .unknownType: .unknownType
        case .newerVersion: .newerVersion
        case .olderVersion: .olderVersion
        case .wrongShape: .wrongShape
        case .empty: .empty
        case .unseen: .unseen
        case .unfilled: .unfilled
        case .tooLong: .tooLong
        case .tooFew: .tooFew
        case .repeated: .repeated
        case .notASlug: .notASlug
        case .notOneOf: .notOneOf
        case .badDate: .badDate
        case .badMarket: .badMarket
        case .notAnAddress: .notAnAddress
        case .notADecimal: .notADecimal
        case .badShape: .badShape
        case .publisherMissing: .publisherMissing
        case .publisherTwice: .publisherTwice
        case .noFigure: .noFigure
        case .nobodyAddressed: .nobodyAddressed
        case .noClaimant: .noClaimant
        case .noDenier: .noDenier
        case .noPartner: .noPartner
        case .fieldOfLaterVersion: .fieldOfLaterVersion
        case .termOfLaterVersion: .termOfLaterVersion
        case .tooDeepForLines: .tooDeepForLines
        case .hourGiven: .hourGiven
        case .usedByWithoutPower: .usedByWithoutPower
        case .tooManyAddresses: .tooManyAddresses
        case .mergedIntoItself: .mergedIntoItself
        case .replacementOfOther: .replacementOfOther
        case .replacementIsAmendment: .replacementIsAmendment
        }
    }

    /// Whether nothing more can be said of an event that has this fault: it is no event at all, or
    /// one whose type or version has no fields to look at.
    var endsTheSearch: Bool {
      switch self {
      case .json, .notAnObject, .unknownType, .newerVersion, .olderVersion,
        .replacementIsAmendment:
        true
      default: false
      }
    }
  }

  private static let tail = #""occurred":"2022","published":"2022","evidence":[{"publisher":"FT"}]"#

  private static func denial(_ own: String, v: Int = 2) -> String {
    #"{"id":"a","type":"denial","v":\#(v),"markets":["RU"],\#(own),\#(tail)}"#
  }

  private static func business(_ own: String, v: Int = 2) -> String {
    #"{"id":"a","type":"continued_business","v":\#(v),"company":"dji","markets":["RU"],\#(own),"#
      + "\(tail)}"
  }

  private static func measure(_ own: String, v: Int = 2) -> String {
    #"{"id":"a","type":"government_measure","v":\#(v),"body":"us","markets":["RU"],"#
      + #""measure":"m","title":"M","instrument":"order","phase":"in_force",\#(own),\#(tail)}"#
  }

  private static func figure(_ own: String) -> String {
    #"{"id":"a","type":"trade_statistic","v":2,"reporter":"CN","product":{"name":"x"},"#
      + #""period":"2022",\#(own),\#(tail)}"#
  }

  private static func correction(_ replacement: String) -> String {
    #"{"id":"c","type":"correction","v":1,"corrects":"a","replacement":\#(replacement),"#
      + #""reason":"r","published":"2022"}"#
  }

  private static func capture(_ urls: Int) -> String {
    let list = (0..<urls).map { "\"http://x/\($0)\"" }.joined(separator: ",")
    return #"{"id":"a","type":"capture","v":1,"urls":[\#(list)],"bytes":1,"media":"text/html","#
      + #""sha256":"\#(String(repeating: "0", count: 64))","captured":"2022-05-06"}"#
  }

  /// An event with one fault of each kind that events can have.
  private static let examples: [Kind: String] = [
    .missing: business(#""level":"operating""#).replacing(#""company":"dji","#, with: ""),
    .unknownField: business(#""levle":"operating""#),
    .wrongShape: business(#""level":5"#),
    .empty: business(#""note":" ""#),
    .unseen: business("\"note\":\"\u{200B}\""),
    .unfilled: business(#""note":"REQUIRED: a word""#),
    .tooLong: business("\"note\":\"\(String(repeating: "x", count: 20_000))\""),
    .tooManyAddresses: capture(21),
    .tooFew: denial(#""company":"dji""#).replacing(#"["RU"]"#, with: "[]"),
    .repeated: denial(#""company":"dji""#).replacing(#"["RU"]"#, with: #"["RU","RU"]"#),
    .notASlug: denial(#""company":"dji","denies":["A B"]"#),
    .notOneOf: business(#""level":"opreating""#),
    .badDate: business(#""until":"2022-13""#),
    .badMarket: denial(#""company":"dji""#).replacing("RU", with: "XX"),
    .notAnAddress: business(#""level":"operating""#)
      .replacing(#""FT""#, with: #""FT","url":"ft.com""#),
    .notADecimal: figure(#""publisher":"G","partner":"RU","value":"many""#),
    .badShape: business(#""level":"operating""#).replacing(#""FT""#, with: #""FT","grade":"B9""#),
    .publisherMissing: figure(#""partner":"RU","value":"1""#),
    .publisherTwice: figure(#""body":"g","publisher":"G","partner":"RU","value":"1""#),
    .noFigure: figure(#""publisher":"G","partner":"RU""#),
    .nobodyAddressed: measure(#""push":"stay","addressees":{}"#),
    .noClaimant: business(#""claimant":{}"#),
    .noDenier: denial(#""subject":"role""#),
    .noPartner: figure(#""publisher":"G","value":"1""#),
    .fieldOfLaterVersion: business(#""wind_down":true"#, v: 1),
    .termOfLaterVersion: measure(#""push":"permit""#, v: 1),
    .tooDeepForLines: business(#""level":"suspended","lines":["x"]"#)
      .replacing("continued_business", with: "silent_reduction"),
    .hourGiven: business(#""until":"2022-03-01T10:00:00Z""#),
    .usedByWithoutPower: measure(#""push":"stay","used_by":"state""#),
    .mergedIntoItself:
      #"{"id":"a","type":"company_registered","v":2,"company":"x","name":"X","merged_into":"x"}"#,
    .replacementOfOther: correction(business(#""level":"operating""#))
      .replacing(#""corrects":"a""#, with: #""corrects":"b""#),
  ]

  @Test("after any fault that an event can have, the one after it is named as well")
  func everyKind() throws {
    for kind in Kind.allCases where !kind.endsTheSearch {
      let text = try #require(Self.examples[kind], "no example of \(kind)")
      let two = #"{"colour":"red","tags":5,"# + text.dropFirst()
      // No correction replaces a capture.
      let isAlone = [.replacementOfOther, .tooManyAddresses].contains(kind)
      for text in [two, isAlone ? two : Self.correction(two)] {
        let value = try JSONValue(JSONDocument(parsing: Array(text.utf8)).root)
        let finder = FaultFinder(value, passingOver: [])
        let found = finder.faults.map { Kind($0.reason) }
        #expect(found.contains(kind), "\(kind): \(finder.faults)")
        #expect(
          finder.faults.contains { fault in
            if case .unknownField("colour", _, _) = fault.reason { true } else { false }
          }, "\(kind): \(finder.faults)")
        #expect(finder.faults.contains { $0.path.hasSuffix("tags") }, "\(kind): \(finder.faults)")
        #expect(finder.faults.count == 3, "\(kind): \(finder.faults)")
        #expect(finder.patched != nil, "\(kind): \(finder.faults)")
      }
    }
  }

  @Test("a wrong value in any one field of any type leaves an event that can be looked at")
  func everyField() throws {
    for type in EventType.allCases where !type.isAmendment && !type.isOfLog {
      // Of an unknown type or version nothing more can be said.
      for field in Vocabulary.fields(of: type) where !["type", "v"].contains(field.name) {
        for wrong: JSONValue in [.string(""), .integer(0), .array([]), .array([.integer(0)])] {
          let value = JSONValue.object([
            ("type", .string(type.rawValue)), (field.name, wrong),
          ])
          let finder = FaultFinder(value, passingOver: [])
          #expect(finder.patched != nil, "\(type) \(field.name): \(finder.faults)")
        }
      }
    }
  }
}
