import Stances

/// How often each event was changed, as far as a query knows: what a calendar calls its sequence.
///
/// A correction or retraction counts whether or not it still acts, and so does one of itself:
/// the number only ever grows with the log.
struct Revisions {
  private var amendments: [Int64: [Int64]] = [:]

  /// Counts the amendments that are within the public and the log clock of a query.
  init(_ amendments: [Amendment], within clocks: Clocks) {
    for amendment in amendments
    where amendment.position <= clocks.at && clocks.couldKnow(amendment.published) {
      self.amendments[amendment.target, default: []].append(amendment.position)
    }
  }

  /// The positions of all amendments of an event and of those amendments themselves.
  func positions(of event: Int64) -> [Int64] {
    // An amendment comes after what it amends, so this ends.
    (amendments[event] ?? []).flatMap { [$0] + positions(of: $0) }
  }
}
