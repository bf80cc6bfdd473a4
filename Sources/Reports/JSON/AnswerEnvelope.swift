import Projections
import Stances

extension Answer {
  /// The envelope that all JSON answers share, around `data`.
  ///
  ///     {"rules": …, "query": {"to", "knownBy", "at", "fuzzy"}, "log": {"size"}, "data": {…}}
  ///
  /// `log.size` is how much of the log was looked at, so that a query with the same `at` gives the
  /// same bytes for ever.
  func envelope(_ data: JSONValue) -> JSONValue {
    [
      "rules": .string(rules),
      "query": clocks.json,
      "log": ["size": .integer(clocks.at)],
      "data": data,
    ]
  }
}

extension Clocks {
  /// The query as answers repeat it.
  var json: JSONValue {
    [
      "to": .string(to.description),
      "knownBy": JSONValue(knownBy?.description),
      "at": .integer(at),
      "fuzzy": .string(fuzzy.rawValue),
    ]
  }
}
