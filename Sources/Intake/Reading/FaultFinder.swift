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

  /// The slug that stands for names which are not looked at.
  static let placeholder = "stance-placeholder"
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
    switch fault.reason {
    case .unknownField(let name, _, _):
      return value.replacing(at: way(fault.path, name), with: nil)
    case .missing(let field, _):
      return sample(at: way(fault.path, field), of: value).map {
        value.replacing(at: way(fault.path, field), with: $0)
      }
    case .repeated:
      return value.replacing(at: fault.path, with: nil)
    case .publisherTwice:
      return value.replacing(at: "publisher", with: nil)
    case .publisherMissing:
      return value.replacing(at: "publisher", with: "x")
    case .noFigure:
      return value.replacing(at: "value", with: "1")
    case .unknownType, .newerVersion, .olderVersion, .notAnObject, .json, .replacementOfOther,
      .replacementIsAmendment:
      return nil
    default:
      guard !fault.path.isEmpty else { return nil }
      return sample(at: fault.path, of: value).map { value.replacing(at: fault.path, with: $0) }
    }
  }

  private static func way(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  /// A value that would do in a field.
  private static func sample(at path: String, of event: JSONValue) -> JSONValue? {
    guard case .object(let members) = event,
      case .string(let name)? = members.first(where: { $0.name == "type" })?.value,
      let type = EventType(rawValue: name)
    else { return nil }
    var fields = Vocabulary.fields(of: type)
    var shape: Shape?
    for step in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }) {
      if case .list(let item, _)? = shape, Int(step) != nil {
        shape = item
      } else {
        guard let field = fields.first(where: { $0.name == step }) else { return nil }
        shape = field.shape
      }
      switch shape {
      case .part(let part)?, .list(.part(let part), _)?: fields = part.fields
      default: break
      }
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
    case .part(let part):
      part.fields.filter(\.isRequired).reduce(JSONValue?.some(.object([]))) { whole, field in
        guard let whole, let value = sample(of: field.shape) else { return nil }
        return whole.replacing(at: field.name, with: value)
      }
    case .pattern(_, let name): samples[name]
    case .translations: .object([])
    case .event: nil
    }
  }

  private static let samples: [String: JSONValue] = [
    "Admiralty grade": "A1", "language tag (BCP 47)": "en", "HS code": "01",
    "Wikidata item": "Q1",
  ]
}
