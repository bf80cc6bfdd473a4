package import Stances

extension PostureCourse {
  /// What changed when: each day on which the posture changed, with the events that count newly.
  package var changes: [(day: Day, change: PostureChange)] {
    var before: Posture?
    return stretches.compactMap { stretch in
      defer { before = stretch.posture }
      let after = stretch.posture
      let fields = Posture.changes(from: before, to: after)
      guard !fields.isEmpty else { return nil }
      let change = PostureChange(
        company: company, name: name, market: market, before: before, after: after,
        fields: fields, causes: after.events(notIn: before))
      return (stretch.from, change)
    }
  }
}

extension Posture {
  /// The events that this posture names and the one before it does not; without any, a day that
  /// the latest word named has come or passed.
  fileprivate func events(notIn before: Posture?) -> [EventID] {
    let known = Set(before?.named ?? [])
    let fresh = Set(named).subtracting(known).sorted()
    return fresh.isEmpty ? Array(voice.events.suffix(1)) : fresh
  }

  private var named: [EventID] {
    voice.events + (conduct?.events ?? []) + review.events + pledges.map(\.event)
      + contested.map(\.event)
  }
}
