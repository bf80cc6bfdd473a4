import JSON
import Projections
import Stances

extension CompanyPressure {
  /// How many items push each way, and the items in order of time; `earlier` says that there are
  /// some before these.
  var json: JSONValue {
    .object(
      [
        ("withdraw", JSONValue(count(.withdraw))),
        ("stay", JSONValue(count(.stay))),
        ("permit", JSONValue(count(.permit))),
        ("none", JSONValue(count(.none))),
        ("items", .array(items.map(\.json))),
      ] + (isPart ? [("earlier", .bool(true))] : []))
  }
}

extension CompanyPressure.Item {
  fileprivate var json: JSONValue {
    [
      "source": source.json,
      "event": JSONValue(event),
      "by": .string(by),
      "way": JSONValue(way),
      "push": JSONValue(push),
      "markets": JSONValue(markets),
      "since": JSONValue(since),
      "summary": .string(summary),
    ]
  }
}

extension CompanyPressure.Item.Source {
  /// The kind of source with what that kind has.
  fileprivate var json: JSONValue {
    switch self {
    case .measure(let key, let status):
      ["kind": "measure", "measure": JSONValue(key), "status": JSONValue(status)]
    case .statement(let act): ["kind": "statement", "act": JSONValue(act)]
    case .pressure(let role): ["kind": "pressure", "role": JSONValue(role)]
    }
  }
}
