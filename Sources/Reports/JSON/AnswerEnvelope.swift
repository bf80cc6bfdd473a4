import JSON
import Projections
import Stances

extension Answer {
  /// The envelope that all JSON answers share, around `data`.
  ///
  ///     {"rules": …, "query": {"to", "knownBy", "at", "fuzzy"},
  ///      "log": {"origin", "size", "root"}, "data": {…}}
  ///
  /// If the answer was narrowed, `query` has a further member, `only`; if it is of groups, `unit` and
  /// `roll`.
  ///
  /// `log` is the part of the log that was looked at, so that a query with the same `at` gives the
  /// same bytes forever.
  func envelope(_ data: JSONValue) -> JSONValue {
    [
      "rules": .string(rules),
      "query": .object(
        clocks.members + choice.unitMembers + (onlyJSON.map { [("only", $0)] } ?? [])),
      "log": head.json,
      "data": data,
    ]
  }
}

extension PostureChoice {
  fileprivate var unitMembers: [(name: String, value: JSONValue)] {
    roll.map { [("unit", "parent"), ("roll", JSONValue($0))] } ?? []
  }
}

extension LogHead {
  /// The head as answers name it.
  fileprivate var json: JSONValue {
    ["origin": JSONValue(origin), "size": .integer(size), "root": .string(root)]
  }
}

extension Clocks {
  /// The query as answers repeat it.
  var json: JSONValue { .object(members) }

  fileprivate var members: [(name: String, value: JSONValue)] {
    [
      ("to", .string(to.description)), ("knownBy", JSONValue(knownBy?.description)),
      ("at", .integer(at.number)), ("fuzzy", .string(fuzzy.rawValue)),
    ]
  }
}
