import JSON
import Stances

/// Finds everything that is wrong with one event, not only what its decoder meets first.
///
/// A value that is refused is replaced by one that would do, and the event is read again, until
/// nothing more is refused or nothing would do.
struct FaultFinder {
  /// What is wrong, in the order in which it is met.
  private(set) var faults: [EventError] = []
  /// The event with values that would do; nil if it cannot be read even so.
  private(set) var patched: ProposedEvent?

  /// The slug in place of names which are not looked at.
  static let placeholder = "stance-placeholder"
  /// What a template has before the words that say what is to be put in a place.
  static let blank = "REQUIRED: "
  /// The same as it stands in JSON, at the start of a text.
  static let blankBytes = Array("\"\(blank)".utf8)
  /// More faults in one event are not looked for.
  private static let limit = 20

  /// Looks at an event; the names given where slugs are wanted are passed over.
  init(_ value: JSONValue, passingOver names: [GivenName]) {
    var value = names.reduce(value) {
      $0.replacing(at: $1.path, with: .string(Self.placeholder))
    }
    while faults.count < Self.limit {
      guard let document = try? JSONDocument(parsing: value.compactBytes()) else { return }
      do throws(EventError) {
        patched = try ProposedEvent(checked: document)
        return
      } catch {
        guard !faults.contains(where: { $0.path == error.path && $0.reason == error.reason }) else {
          return
        }
        faults.append(error)
        guard let mended = Self.patch(value, for: error) else { return }
        value = mended
      }
    }
  }

  /// The event without one fault; nil if no value is known that would do.
  private static func patch(_ value: JSONValue, for fault: EventError) -> JSONValue? {
    func replacing(_ name: String, with sample: JSONValue?) -> JSONValue {
      value.replacing(at: fault.path.isEmpty ? name : "\(fault.path).\(name)", with: sample)
    }
    switch fault.reason {
    case .unknownField(let name, _, _):
      return replacing(name, with: nil)
    case .missing(let field, _):
      let path = fault.path.isEmpty ? field : "\(fault.path).\(field)"
      return sample(at: path, of: value).map { value.replacing(at: path, with: $0) }
    case .repeated, .fieldOfLaterVersion, .usedByWithoutPower, .mergedIntoItself:
      return value.replacing(at: fault.path, with: nil)
    case .publisherTwice:
      return replacing("publisher", with: nil)
    case .publisherMissing:
      return replacing("publisher", with: "x")
    case .noFigure:
      return replacing("value", with: "1")
    case .noPartner:
      return replacing("partner", with: "INT")
    case .noDenier:
      return replacing("company", with: .string(placeholder))
    case .noClaimant:
      return replacing("name", with: "x")
    case .nobodyAddressed:
      return replacing("all", with: true)
    case .tooDeepForLines:
      return value.replacing(at: fault.path, with: .string(Level.reducing.term))
    case .replacementOfOther(_, let corrects):
      return replacing("id", with: .string(corrects))
    case .unknownType, .newerVersion, .olderVersion, .notAnObject, .json, .replacementIsAmendment:
      return nil
    case .wrongShape, .empty, .tooManyAddresses, .unseen, .unfilled, .tooLong, .tooFew, .notASlug,
      .notOneOf, .badDate, .badMarket, .notAnAddress, .notADecimal, .badShape, .termOfLaterVersion,
      .hourGiven:
      return sample(at: fault.path, of: value).map { value.replacing(at: fault.path, with: $0) }
    }
  }

  /// A value that would do in a field.
  private static func sample(at path: String, of event: JSONValue) -> JSONValue? {
    var owner = event.eventType
    var fields = owner.map(Vocabulary.fields) ?? []
    var value: JSONValue? = event
    var shape: Shape?
    for step in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }) {
      value = value?.item(String(step))
      if case .list(let item, _)? = shape, Int(step) != nil {
        shape = item
      } else {
        guard let field = fields.first(where: { $0.name == step }) else { return nil }
        shape = field.shape
      }
      switch shape {
      case .part(let part)?: fields = part.fields
      case .event?:
        owner = value?.eventType
        fields = owner.map(Vocabulary.fields) ?? []
      default: break
      }
    }
    // Of any other version, what today's has more would be a fault.
    if path.split(separator: ".").last == "v", let owner {
      return .integer(Int64(Vocabulary.version(of: owner)))
    }
    return shape.flatMap(sample)
  }

  private static func sample(of shape: Shape) -> JSONValue? {
    switch shape {
    case .text: "x"
    case .slug: .string(placeholder)
    case .date: "2022"
    case .address: "http://x"
    case .market: "INT"
    case .term(let terms): terms.first.map(JSONValue.string)
    case .decimal: "1"
    case .boolean, .yes: true
    case .integer: 1
    case .list(let item, _): sample(of: item).map { .array([$0]) }
    case .part(let part): sample(of: part)
    case .pattern(_, let name): samples[name]
    case .translations: .object([])
    case .event: nil
    }
  }

  /// An object with what it cannot be without.
  private static func sample(of part: Part) -> JSONValue? {
    let alternatives = part.rules.compactMap { rule in
      switch rule {
      case .exactlyOne(let names), .atLeastOne(let names): names.first
      case .needs: nil
      }
    }
    let fields = part.fields.filter { $0.isRequired || alternatives.contains($0.name) }
    return fields.reduce(JSONValue?.some(.object([]))) { whole, field in
      guard let whole, let value = sample(of: field.shape) else { return nil }
      return whole.replacing(at: field.name, with: value)
    }
  }

  private static let samples: [String: JSONValue] = [
    "Admiralty grade": "A1", "language tag (BCP 47)": "en", "HS code": "01",
    "Wikidata item": "Q1", "LEI": "5493001KJTIIGC8Y1R12",
    "media type in lower case": "text/html", "instant or day": "2022-01-01",
    "SHA-256 in lower-case hexadecimal": .string(String(repeating: "0", count: 64)),
  ]
}

extension JSONValue {
  /// The type that an event names; nil if it names none that there is.
  fileprivate var eventType: EventType? {
    guard case .string(let name)? = item("type") else { return nil }
    return EventType(rawValue: name)
  }

  /// A member by its name, or an item by its number.
  fileprivate func item(_ step: String) -> JSONValue? {
    switch self {
    case .object(let members): members.first { $0.name == step }?.value
    case .array(let items):
      Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
    case .string, .integer, .bool, .null: nil
    }
  }
}
