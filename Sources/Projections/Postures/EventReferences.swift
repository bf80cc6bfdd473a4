import Stances

/// The positions that findings name, and of which more than the day is needed.
struct EventReferences {
  /// All positions named.
  private(set) var all: Set<Int64> = []
  /// Those whose effective day or outcome is needed, which only the whole event tells.
  private(set) var whole: Set<Int64> = []

  mutating func insert(_ finding: PostureFinding) {
    all.formUnion(finding.voice.events)
    all.formUnion(finding.review.events)
    all.formUnion(finding.contested.map(\.position))
    if let last = finding.lastPublished { all.insert(last) }
    if let conduct = finding.conduct {
      all.formUnion(conduct.events)
      if conduct.sinceIsEffective, let first = conduct.events.first { whole.insert(first) }
    }
    if let due = finding.voice.dueEvent { whole.insert(due) }
    whole.formUnion(finding.pledges.map(\.position))
    if finding.review.state == .concluded, let last = finding.review.events.last {
      whole.insert(last)
    }
    all.formUnion(whole)
  }
}
