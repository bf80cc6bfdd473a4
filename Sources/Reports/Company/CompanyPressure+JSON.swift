import Projections
import Stances

extension CompanyPressure {
  /// How many items push each way, and the items in order of time.
  var json: JSONValue {
    .object(
      Push.allCases.map { ($0.term, JSONValue(count($0))) }
        + [("items", .array(items.map(\.json)))])
  }
}

extension CompanyPressure.Item {
  fileprivate var json: JSONValue {
    .object(
      source.members + [
        ("event", JSONValue(event)),
        ("by", .string(by)),
        ("way", JSONValue(way)),
        ("push", JSONValue(push)),
        ("markets", JSONValue(markets)),
        ("since", JSONValue(since)),
        ("summary", .string(summary)),
      ])
  }
}

extension CompanyPressure.Item.Source {
  /// The kind of source and, beside it, what that kind has.
  fileprivate var members: [(name: String, value: JSONValue)] {
    switch self {
    case .measure(let key, let status):
      [
        ("source", .string("measure")), ("measure", JSONValue(key)), ("status", JSONValue(status)),
      ]
    case .statement(let act): [("source", .string("statement")), ("act", JSONValue(act))]
    case .pressure(let role): [("source", .string("pressure")), ("role", JSONValue(role))]
    }
  }
}
