import JSON
import Projections
import Stances

extension FollowedMeasures {
  /// Every company that followed a measure against another, under `conflicts`; nothing by rules that
  /// do not name followers.
  static func members(
    _ conflicts: [Conflict], by rules: RuleSet
  ) -> [(name: String, value: JSONValue)] {
    rules.namesFollowers ? [("conflicts", .array(conflicts.map(\.json)))] : []
  }
}

extension FollowedMeasures.Follower {
  /// The company, since when and by whose word; `by` is null for its own.
  var json: JSONValue {
    [
      "company": JSONValue(company), "event": JSONValue(event), "since": JSONValue(since),
      "word": JSONValue(word), "by": JSONValue(by),
    ]
  }
}

extension FollowedMeasures.Conflict {
  fileprivate var json: JSONValue {
    [
      "company": JSONValue(company), "event": JSONValue(event), "followed": followed.json,
      "against": against.json, "since": JSONValue(since),
    ]
  }
}

extension FollowedMeasures.Side {
  fileprivate var json: JSONValue {
    ["measure": JSONValue(measure), "since": JSONValue(since)]
  }
}
