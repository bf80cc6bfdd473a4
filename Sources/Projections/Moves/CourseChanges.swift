package import Stances

extension PostureCourse {
  /// What changed when: each day on which the posture changed, with the events that count newly.
  package var changes: [(day: Day, change: PostureChange)] {
    var before: Posture?
    return stretches.compactMap { stretch in
      defer { before = stretch.posture }
      let fields = Posture.changes(from: before, to: stretch.posture)
      guard !fields.isEmpty else { return nil }
      let known = Set(before?.namedEvents ?? [])
      let fresh = stretch.posture.namedEvents.filter { !known.contains($0) }
      // Nothing new counts: a day that the latest word named has come or passed.
      let bySelf = [stretch.posture.voice.events.last].compactMap(\.self)
      return (
        stretch.from,
        PostureChange(
          company: company, name: stretch.posture.name, market: market, before: before,
          after: stretch.posture, fields: fields, causes: fresh.isEmpty ? bySelf : fresh)
      )
    }
  }
}

extension Posture {
  /// Every event that set a field, each once, in reading order.
  fileprivate var namedEvents: [EventID] {
    let all =
      voice.events + (conduct?.events ?? []) + review.events + pledges.map(\.event)
      + contested.map(\.event)
    var seen: Set<EventID> = []
    return all.filter { seen.insert($0).inserted }
  }
}
