import Errors
import JSON
import Stances
import Testing

@Suite("Codec: what is refused as an event, and what people read about it")
struct EventErrorTests {
  /// One fault in an event and the sentence about it.
  struct Fault: CustomTestStringConvertible, Sendable {
    let text: String
    let sentence: String
    let reason: String

    var testDescription: String { sentence }
  }

  static let denial =
    #"{"id":"a","type":"denial","v":2,"company":"dji","markets":["RU"],"occurred":"2022","#
    + #""published":"2022","evidence":[{"publisher":"Reuters","grade":"B2"}]}"#

  static let figure =
    #"{"id":"f","type":"trade_statistic","v":2,"body":"cn-gacc","reporter":"CN","partner":"RU","#
    + #""product":{"name":"laptops"},"period":"2022-03","change":{"percent":"-40"},"#
    + #""occurred":"2022-03","published":"2022-05","evidence":[{"publisher":"GACC"}]}"#

  static let business =
    #"{"id":"b","type":"continued_business","v":2,"company":"dji","markets":["RU"],"claimant":"#
    + #"{"name":"a minister"},"occurred":"2022","published":"2022","#
    + #""evidence":[{"publisher":"Reuters"}]}"#

  static let reduction =
    #"{"id":"r","type":"silent_reduction","v":2,"company":"dji","markets":["RU"],"#
    + #""level":"reducing","lines":["drones"],"occurred":"2022","published":"2022","#
    + #""evidence":[{"publisher":"Reuters"}]}"#

  static let order =
    #"{"id":"o","type":"government_measure","v":2,"body":"ru-president","markets":["RU"],"#
    + #""measure":"decree-520","title":"Decree 520","instrument":"order","phase":"in_force","#
    + #""push":"none","under":["decree-302"],"used_by":"state","occurred":"2023-07-16","#
    + #""published":"2023-07-16","evidence":[{"publisher":"The Guardian"}]}"#

  static let company =
    #"{"id":"f","type":"company_registered","v":2,"company":"fca","name":"FCA","#
    + #""merged_into":"stellantis"}"#

  static let statement =
    #"{"id":"s","type":"government_statement","v":2,"body":"cn-mofcom","markets":["RU"],"#
    + #""act":"urge","push":"stay","addressees":{"countries":["CN"]},"occurred":"2022-04-14","#
    + #""published":"2022-04-14","evidence":[{"publisher":"Global Times"}]}"#

  static let capture =
    #"{"id":"k","type":"capture","v":1,"urls":["http://a"],"sha256":""#
    + String(repeating: "0", count: 64)
    + #"","bytes":1,"media":"text/html","captured":"2022-05-06T09:00Z"}"#

  static let correction =
    #"{"id":"c","type":"correction","v":1,"corrects":"a","reason":"a slip","published":"2022","#
    + #""replacement":\#(denial)}"#

  static func fault(
    _ reason: String, _ base: String, _ right: String, _ wrong: String, _ sentence: String
  ) -> Fault {
    Fault(text: base.replacing(right, with: wrong), sentence: sentence, reason: reason)
  }

  static let faults =
    [
      fault(
        "notAnObject", denial, denial, "[]",
        "line 1, column 1: an event is a JSON object; write {\"id\": …, \"type\": …, \"v\": 1, …}"),
      fault(
        "missing", denial, #""type":"denial","#, "",
        "line 1, column 1: an event needs 'type'; add it"),
      fault(
        "missing", denial, #""v":2,"#, "", "line 1, column 1: denial needs 'v'; add it"),
      fault(
        "missing", denial, #""markets":["RU"],"#, "",
        "line 1, column 1: denial needs 'markets'; add it"),
      fault(
        "missing", denial, #""publisher":"Reuters","#, "",
        "line 1, column 115: evidence[0]: source needs 'publisher'; add it"),
      fault(
        "unknownField", denial, #""company""#, #""market":"RU","company""#,
        "line 1, column 33: denial has no field 'market'; did you mean 'markets'?"),
      fault(
        "unknownField", denial, #""grade""#, #""mood":"glum","grade""#,
        "line 1, column 138: evidence[0]: source has no field 'mood'; remove it"),
      fault(
        "unknownType", denial, #""denial""#, #""denail""#,
        "line 1, column 18: type: there is no event type 'denail'; did you mean 'denial'?"),
      fault(
        "unknownType", denial, #""denial""#, #""press_release""#,
        "line 1, column 18: type: there is no event type 'press_release'; "
          + "see Events/README.md for the types"),
      fault(
        "newerVersion", denial, #""v":2"#, #""v":7"#,
        "line 1, column 31: v: version 7 of denial is newer than this program knows (2); "
          + "update stance"),
      fault(
        "olderVersion", denial, #""v":2"#, #""v":0"#,
        "line 1, column 31: v: version 0 of denial is older than any that can be read; "
          + "write version 1 or later"),
      fault(
        "wrongShape", denial, #""v":2"#, #""v":"1""#,
        "line 1, column 31: v: expected a version, a whole number: 1"),
      fault(
        "wrongShape", denial, #"["RU"]"#, #""RU""#,
        "line 1, column 59: markets: expected a list: […]"),
      fault(
        "wrongShape", denial, #""dji""#, "null",
        "line 1, column 43: company: expected a text: \"…\""),
      fault(
        "wrongShape", denial, #"{"publisher":"Reuters","grade":"B2"}"#, #""Reuters""#,
        "line 1, column 115: evidence[0]: expected an object: {\"…\": …}"),
      fault(
        "wrongShape", figure, #""-40""#, "-40",
        "line 1, column 158: change.percent: expected a decimal number as text: \"-7.7\""),
      fault(
        "wrongShape", statement, #"{"countries":["CN"]}"#, #"{"all":false}"#,
        "line 1, column 130: addressees.all: expected true; omit it otherwise"),
      fault(
        "empty", denial, #""Reuters""#, #""  ""#,
        "line 1, column 128: evidence[0].publisher: is empty; fill it or omit the field"),
      fault(
        "tooLong", denial, #""Reuters""#, "\"\(String(repeating: "路", count: 301))\"",
        "line 1, column 128: evidence[0].publisher: is longer than 300 characters; shorten it"),
      fault(
        "tooFew", denial, #"["RU"]"#, "[]",
        "line 1, column 59: markets: needs at least 1 item; add what is missing"),
      fault(
        "repeated", denial, #"["RU"]"#, #"["RU","UA","RU"]"#,
        "line 1, column 70: markets[2]: 'RU' appears here twice; remove one"),
      fault(
        "notASlug", denial, #""dji""#, #""DJI Ltd.""#,
        "line 1, column 43: company: 'DJI Ltd.' is not a slug; write lower-case letters and "
          + "digits with single hyphens between, at most 128"),
      fault(
        "notOneOf", statement, #""urge""#, #""warm""#,
        "line 1, column 89: act: 'warm' is not one of the words for this; did you mean 'warn'?"),
      fault(
        "notOneOf", statement, #""stay""#, #""resist""#,
        "line 1, column 103: push: 'resist' is not one of the words for this; "
          + "write withdraw, stay, permit or none"),
      fault(
        "badDate", denial, #""occurred":"2022""#, #""occurred":"8.3.2022""#,
        "line 1, column 77: occurred: '8.3.2022' is not a date in EDTF; did you mean 2022-03-08 or 2022-08-03?"
      ),
      fault(
        "badMarket", denial, #""RU""#, #""RUS""#,
        "line 1, column 60: markets[0]: 'RUS' is not a market code; did you mean RU (Russia)?"),
      fault(
        "notAnAddress", denial, #""grade":"B2""#, #""url":"www.reuters.com""#,
        "line 1, column 144: evidence[0].url: 'www.reuters.com' is not a web address; "
          + "write it in full, beginning with http:// or https://"),
      fault(
        "notADecimal", figure, #""-40""#, #""-40 %""#,
        "line 1, column 158: change.percent: '-40 %' is not a decimal number; "
          + "write digits and a point, such as \"-7.7\""),
      fault(
        "badShape", denial, #""B2""#, #""Z9""#,
        "line 1, column 146: evidence[0].grade: 'Z9' is not a valid Admiralty grade: "
          + "a letter A to F and a digit 1 to 6, such as B2"),
      fault(
        "publisherMissing", figure, #""body":"cn-gacc","#, "",
        "line 1, column 1: trade_statistic needs 'body' or 'publisher'; "
          + "add who published the figure"),
      fault(
        "publisherTwice", figure, #""reporter""#, #""publisher":"GACC","reporter""#,
        "line 1, column 1: trade_statistic has both 'body' and 'publisher'; "
          + "keep the one who published the figure"),
      fault(
        "noFigure", figure, #""change":{"percent":"-40"},"#, "",
        "line 1, column 1: trade_statistic needs 'value' or 'change'; add the figure"),
      fault(
        "nobodyAddressed", statement, #"{"countries":["CN"]}"#, "{}",
        "line 1, column 123: addressees: names no one; "
          + "add 'all', 'companies', 'sectors' or 'countries'"),
      fault(
        "replacementOfOther", correction, #""corrects":"a""#, #""corrects":"b""#,
        "line 1, column 103: replacement: replaces 'b', but has the id 'a'; give both the same"),
      fault(
        "replacementIsAmendment", correction, #""type":"denial""#, #""type":"retraction""#,
        "line 1, column 103: replacement: cannot be a correction, a retraction, a capture or a log_key "
          + "itself; correct the first event again, or retract the amendment"),
      fault(
        "tooManyAddresses", capture, #""http://a""#,
        (1...21).map { #""http://a/\#($0)""# }.joined(separator: ","),
        "line 1, column 41: urls: has more than 20 addresses; record the others in a second capture "
          + "of the same file"),
      fault(
        "missing", correction, #""markets":["RU"],"#, "",
        "line 1, column 103: replacement: denial needs 'markets'; add it"),
      fault(
        "noDenier", denial, #""company":"dji","#, "",
        "line 1, column 1: denial needs 'company' or 'body'; add who denies"),
      fault(
        "noPartner", figure, #""partner":"RU","#, "",
        "line 1, column 1: trade_statistic needs 'partner' or 'company'; add the market on the "
          + "other side, or the company whose own figure it is"),
      fault(
        "noClaimant", business, #"{"name":"a minister"}"#, "{}",
        "line 1, column 89: claimant: names no one; add 'body' or 'name'"),
      fault(
        "fieldOfLaterVersion", business, #""v":2"#, #""v":1"#,
        "line 1, column 89: claimant: version 1 of continued_business has no field 'claimant', "
          + "version 2 has; write \"v\": 2"),
      fault(
        "termOfLaterVersion", statement, #""v":2,"body":"cn-mofcom","markets":["RU"],"act":"urge""#,
        #""v":1,"body":"cn-mofcom","markets":["RU"],"act":"grant""#,
        "line 1, column 89: act: version 1 of government_statement has no word 'grant' for this, "
          + "version 2 has; write \"v\": 2"),
      fault(
        "hourGiven", denial, #""occurred":"2022""#, #""occurred":"2022-03-08T10:00:00Z""#,
        "line 1, column 77: occurred: '2022-03-08T10:00:00Z' has a time of day; give the day at "
          + "the place where it was said; the hour belongs in the note"),
      fault(
        "tooDeepForLines", reduction, #""level":"reducing""#, #""level":"suspended""#,
        "line 1, column 84: level: 'suspended' is a level of the whole business, and a stop of "
          + "some lines is 'reducing'; leave out 'lines' if it is the whole business, or give the "
          + "level 'reducing'"),
      fault(
        "usedByWithoutPower", order, #""under":["decree-302"],"#, "",
        "line 1, column 192: used_by: says who used a power, but 'under' names none; add 'under', "
          + "or leave this out"),
      fault(
        "mergedIntoItself", company, #""merged_into":"stellantis""#, #""merged_into":"fca""#,
        "line 1, column 88: merged_into: is the company itself; name the company that it became "
          + "one with, or leave this out"),
      fault(
        "json", #"{"id":"a","type":"silent_reduction","v":0,"market":0}"#, "0}",
        String(repeating: "[", count: 63) + String(repeating: "]", count: 63) + "}",
        "line 1, column 1: objects and arrays are nested more than 64 deep; flatten them"),
    ]

  @Test("Each fault is reported with its place, what is wrong and what to do", arguments: faults)
  func told(fault: Fault) throws {
    let document = try JSONDocument(parsing: Array(fault.text.utf8))
    let refusal = #expect(throws: EventError.self) { try Event(document) }
    #expect(refusal?.description == fault.sentence)
    #expect(refusal.map { name(of: $0.reason) } == fault.reason)
  }

  @Test("The events that the faults are made in are accepted without them")
  func accepted() {
    for text in [
      Self.denial, Self.figure, Self.statement, Self.correction, Self.business, Self.reduction,
      Self.order, Self.company,
    ] {
      #expect(throws: Never.self) { try Event(JSONDocument(parsing: Array(text.utf8))) }
    }
  }

  @Test("Lines are counted from the start of the event in its file")
  func lines() throws {
    let text = Self.denial.replacing(#""v":2"#, with: "\n\"v\":7")
    let document = try JSONDocument(parsing: Array(text.utf8), line: 40)
    let refusal = #expect(throws: EventError.self) { try Event(document) }
    #expect(refusal?.position == JSONPosition(line: 41, column: 5))
  }

  @Test("In an event of an older version, the place is that of the event")
  func olderVersion() throws {
    let text = #"{"id":"a","type":"silent_reduction","v":0,"company":"dji","market":"RUS"}"#
    let document = try JSONDocument(parsing: Array(text.utf8), line: 7)
    let refusal = #expect(throws: EventError.self) { try Event(document) }
    #expect(
      refusal?.description
        == "line 7, column 1: markets[0]: 'RUS' is not a market code; did you mean RU (Russia)?")
  }

  @Test("What was once recorded can be read, though lifting makes it longer than an event may be")
  func longest() throws {
    var text =
      #"{"id":"a","type":"silent_reduction","v":0,"company":"dji","market":"RU","#
      + #""level":"suspended","occurred":"2022","published":"2022","evidence":["#
    func source(_ number: Int, quote length: Int) -> String {
      #"{"publisher":"\#(number)","quote":"\#(String(repeating: "q", count: length))"}"#
    }
    var rest: Int { JSONLimits.event.maximumBytes - text.utf8.count - "]}".utf8.count }
    for number in 100... {
      let length = rest - source(number, quote: 0).utf8.count
      text += source(number, quote: length <= 1000 ? length : 900)
      if length <= 1000 { break }
      text += ","
    }
    text += "]}"
    #expect(text.utf8.count == JSONLimits.event.maximumBytes)
    let event = try Event(JSONDocument(parsing: Array(text.utf8)))
    #expect(event.content.markets.map(\.code) == ["RU"])
  }

  @Test("What comes from outside cannot disturb a terminal or fill it")
  func printable() throws {
    let text = Self.denial.replacing(
      #""dji""#, with: #""\u001b[31m\#(String(repeating: "x", count: 200))""#)
    let refusal = #expect(throws: EventError.self) {
      try Event(JSONDocument(parsing: Array(text.utf8)))
    }
    let sentence = try #require(refusal?.description)
    #expect(sentence.contains(#"'\u{1B}[31mxxx"#))
    #expect(sentence.contains("x…' is not a slug"))
  }

  /// Except for texts of which nothing shows, and unfilled ones: recorded events may have them, and files are refused.
  @Test("Every reason is reached")
  func complete() {
    #expect(Set(Self.faults.map(\.reason)).count == 35)
  }

  /// The name of a reason; a new reason must be named here and reached above.
  private func name(of reason: EventError.Reason) -> String {
    switch reason {
    case .json: "json"
    case .notAnObject: "notAnObject"
    case .missing: "missing"
    case .unknownField: "unknownField"
    case .unknownType: "unknownType"
    case .newerVersion: "newerVersion"
    case .olderVersion: "olderVersion"
    case .wrongShape: "wrongShape"
    case .empty: "empty"
    case .unseen: "unseen"
    case .unfilled: "unfilled"
    case .tooLong: "tooLong"
    case .tooFew: "tooFew"
    case .repeated: "repeated"
    case .notASlug: "notASlug"
    case .notOneOf: "notOneOf"
    case .badDate: "badDate"
    case .badMarket: "badMarket"
    case .notAnAddress: "notAnAddress"
    case .notADecimal: "notADecimal"
    case .badShape: "badShape"
    case .publisherMissing: "publisherMissing"
    case .publisherTwice: "publisherTwice"
    case .noFigure: "noFigure"
    case .nobodyAddressed: "nobodyAddressed"
    case .noClaimant: "noClaimant"
    case .noDenier: "noDenier"
    case .noPartner: "noPartner"
    case .fieldOfLaterVersion: "fieldOfLaterVersion"
    case .termOfLaterVersion: "termOfLaterVersion"
    case .tooDeepForLines: "tooDeepForLines"
    case .hourGiven: "hourGiven"
    case .usedByWithoutPower: "usedByWithoutPower"
    case .tooManyAddresses: "tooManyAddresses"
    case .mergedIntoItself: "mergedIntoItself"
    case .replacementOfOther: "replacementOfOther"
    case .replacementIsAmendment: "replacementIsAmendment"
    }
  }
}
