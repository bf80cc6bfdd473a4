package import JSON
package import Projections
import Stances

extension Posture {
  /// The posture under the contract's names and in its order, then what came later: `pledges`,
  /// `age`, `due`, `overdue`; and `stale` if the newest claim is old, `group` if it stands for one.
  ///
  /// Every name is always there. What a company does not say or do is null: `conduct` while it is
  /// unknown, `voice.level` if no level was announced, `gap` if there is none.
  package var json: JSONValue {
    .object(
      members + (stale.map { [("stale", .integer(Int64($0)))] } ?? [])
        + (group.map { [("group", $0.json)] } ?? []))
  }

  private var members: [(name: String, value: JSONValue)] {
    [
      ("company", JSONValue(company)),
      ("name", .string(name)),
      ("market", .string(market.code)),
      ("conduct", conduct?.json ?? .null),
      ("voice", voice.json),
      ("review", review.json),
      ("gap", JSONValue(gap)),
      ("reading", JSONValue(reading)),
      ("contested", .array(contested.map(\.json))),
      ("lastEvidence", JSONValue(lastEvidence)),
      ("pledges", .array(pledges.map(\.json))),
      ("age", JSONValue(age)),
      ("due", JSONValue(due)),
      ("overdue", JSONValue(overdue)),
    ]
  }
}

extension Posture.Group {
  fileprivate var json: JSONValue {
    ["company": JSONValue(company), "name": .string(name), "members": JSONValue(members)]
  }
}

extension Posture.Conduct {
  fileprivate var json: JSONValue {
    [
      "level": JSONValue(level),
      "depth": JSONValue(level.depth),
      "basis": JSONValue(basis),
      "grade": .string(grade.code),
      "since": JSONValue(since),
      "events": JSONValue(events),
      "seized": .bool(seized),
    ]
  }
}

extension Posture.Voice {
  fileprivate var json: JSONValue {
    .object(
      [
        ("kind", JSONValue(kind)),
        ("level", JSONValue(level)),
        ("depth", JSONValue(depth)),
        ("since", JSONValue(since)),
        ("events", JSONValue(events)),
      ] + (condition.map { [("condition", .string($0))] } ?? []))
  }
}

extension Posture.Review {
  fileprivate var json: JSONValue {
    [
      "state": JSONValue(state),
      "since": JSONValue(since),
      "events": JSONValue(events),
      "outcome": JSONValue(outcome),
    ]
  }
}

extension Posture.Contest {
  /// The event, the level that it claims, and the rule by which it does not decide.
  var json: JSONValue {
    [
      "event": JSONValue(event),
      "level": JSONValue(level),
      "rule": JSONValue(rule),
    ]
  }
}

extension Posture.Pledge {
  fileprivate var json: JSONValue {
    [
      "event": JSONValue(event),
      "level": JSONValue(level),
      "due": JSONValue(due),
    ]
  }
}
