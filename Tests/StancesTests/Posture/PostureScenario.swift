import Stances
import TestSupport

/// The posture that a company's events, recorded in this order, give on a day.
///
/// An event's position is its place in the list, from 1.
func posture(
  _ events: TestEvent..., on day: String, fuzzy: Fuzziness = .lenient, knownBy: String? = nil,
  rules: RuleSet = .current
) throws -> PostureFinding {
  let clocks = Clocks(
    to: try Day(iso: day), knownBy: try knownBy.map { try Day(iso: $0) },
    at: Position(events.count),
    fuzzy: fuzzy, rules: rules)
  var fold = PostureFold(by: rules)
  for move in try moves(of: events) where clocks.includes(move) { fold.apply(move) }
  return fold.finding(on: clocks)
}

/// What each move of the events did, in the order of the fold.
func decisions(_ events: TestEvent..., rules: RuleSet = .current) throws -> [Decision] {
  var fold = PostureFold(by: rules, tracing: true)
  for move in try moves(of: events) { fold.apply(move) }
  fold.finish()
  return fold.decisions
}

/// The moves of events in the order of the fold: earliest day, latest day, publication, position.
private func moves(of events: [TestEvent]) throws -> [Move] {
  let moves = try zip(1..., events.proposed()).flatMap { position, proposed in
    Move.moves(
      of: proposed.event, position: Position(position), source: Position(position),
      positionOf: { id in events.firstIndex { $0.id == id }.map { Position($0 + 1) } })
  }
  return moves.sorted {
    ($0.occurred.earliest, $0.occurred.latest, $0.published.earliest, $0.position)
      < ($1.occurred.earliest, $1.occurred.latest, $1.published.earliest, $1.position)
  }
}

/// The voice as a test reads it: its kind, and the level of an announcement.
func spoken(_ finding: PostureFinding) -> String {
  [finding.voice.kind.term, finding.voice.level?.term].compactMap(\.self).joined(separator: " ")
}

/// The conduct as a test reads it: level, basis and first possible day.
func done(_ finding: PostureFinding) -> String {
  guard let conduct = finding.conduct else { return "unknown" }
  return "\(conduct.level.term), \(conduct.basis.term), since \(conduct.since.earliest)"
}

/// The events that contest the conduct, each with its rule.
func contests(_ finding: PostureFinding) -> [String] {
  finding.contested.map { "\($0.position) \($0.rule.term)" }
}
