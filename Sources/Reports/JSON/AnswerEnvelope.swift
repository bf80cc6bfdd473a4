import JSON
import Projections
import Stances

extension Answer {
  /// The envelope that all JSON answers share, around `data`.
  ///
  ///     {"rules": …, "query": {"to", "knownBy", "at", "fuzzy"},
  ///      "log": {"origin", "size", "root"}, "data": {…}}
  ///
  /// `log` is the part of the log that was looked at, so that a query with the same `at` gives the
  /// same bytes forever.
  func envelope(_ data: JSONValue) -> JSONValue {
    [
      "rules": .string(rules),
      "query": clocks.json,
      "log": head.json,
      "data": data,
    ]
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
  var json: JSONValue {
    [
      "to": .string(to.description),
      "knownBy": JSONValue(knownBy?.description),
      "at": .integer(at.number),
      "fuzzy": .string(fuzzy.rawValue),
    ]
  }
}
