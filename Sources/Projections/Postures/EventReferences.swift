import Stances

/// The positions that findings name, and how much must be known of each.
struct EventReferences {
  /// All positions named, in no order and with repetitions: of these the id is shown.
  private(set) var named: [Int64] = []
  /// Those whose dates are shown.
  private(set) var dated: Set<Int64> = []
  /// Those whose effective day or outcome is shown, which only the whole event tells.
  private(set) var whole: Set<Int64> = []

  /// The positions named, in order and each once.
  var ordered: [Int64] {
    var ordered: [Int64] = []
    for position in named.sorted() where position != ordered.last { ordered.append(position) }
    return ordered
  }

  mutating func insert(_ finding: PostureFinding) {
    name(finding.voice.events)
    name(finding.review.events)
    for contest in finding.contested { named.append(contest.position) }
    if let last = finding.lastPublished { dated.insert(last) }
    if let conduct = finding.conduct {
      name(conduct.events)
      if conduct.sinceIsEffective, let first = conduct.events.first { whole.insert(first) }
    }
    if let due = finding.voice.dueEvent { whole.insert(due) }
    for pledge in finding.pledges {
      named.append(pledge.position)
      whole.insert(pledge.position)
    }
    if finding.review.state == .concluded, let last = finding.review.events.last {
      whole.insert(last)
    }
  }

  /// Names a run of events, of which the first one's date is shown.
  private mutating func name(_ events: [Int64]) {
    named += events
    if let first = events.first { dated.insert(first) }
  }
}
