import EventLog
import Stances

extension LogView {
  /// What changed in postures from each of some days to the next, from one scan of the log; by the
  /// day up to which it changed, then company and market.
  ///
  /// The days are in order, and the last is that of the clocks; the changes of the first day are
  /// against the beginning of time. What came and went between two of the days is no change; an
  /// event that was reached between them is a cause, also where another one decided.
  func steppedChanges(on days: [Day]) throws -> [Day: [PostureChange]] {
    let stops = [.distantPast] + days
    let acting = try acting()
    var found: [FoundCourse] = []
    var reached: [[Day: [Int64]]] = []
    try facts.forEachSubject(
      of: companies, where: { clocks.includes($0) && acting.admits($0) },
      { moves in
        let course = FindingCourse(of: moves.moves, on: stops, clocks: clocks)
        found.append(FoundCourse(of: moves.subject, course.stretches))
        let turns = Set(course.stretches.map(\.from))
        reached.append(moves.sources(reachedBy: stops, among: turns, clocks.fuzzy))
      })
    let ids = try log.eventNames(at: reached.flatMap { $0.values.joined() }).mapValues(\.id)
    let before = Dictionary(uniqueKeysWithValues: zip(days, stops))
    var changes: [Day: [PostureChange]] = [:]
    for (course, reached) in zip(try named(found), reached) {
      for stretch in course.stretches {
        let causes = (reached[stretch.from] ?? []).compactMap { ids[$0] }
        guard let day = before[stretch.from],
          let change = course.change(from: day, to: stretch.posture, causes: causes)
        else { continue }
        changes[stretch.from, default: []].append(change)
      }
    }
    return changes.mapValues {
      $0.sorted { ($0.company, $0.market) < ($1.company, $1.market) }
    }
  }
}

extension SubjectMoves {
  /// The positions of the moves reached since the stop before, and of the events that hold their
  /// content, in order, for each stop of some.
  fileprivate func sources(
    reachedBy stops: [Day], among turns: Set<Day>, _ fuzzy: Fuzziness
  ) -> [Day: [Int64]] {
    var found: [Day: Set<Int64>] = [:]
    for move in moves {
      guard let stop = stops.first(notBefore: fuzzy.day(reaching: move.occurred)),
        turns.contains(stop)
      else { continue }
      found[stop, default: []].formUnion([move.position, move.source])
    }
    return found.mapValues { $0.sorted() }
  }
}

extension PostureCourse {
  /// The change from the posture on a day to a later one; nil where there is none.
  fileprivate func change(
    from day: Day, to after: Posture, causes: [EventID]
  ) -> PostureChange? {
    let before = posture(on: day)
    let fields = Posture.changes(from: before, to: after)
    guard !fields.isEmpty else { return nil }
    // Nothing new counts: a day that the latest word named has come or passed.
    let bySelf = [after.voice.events.last].compactMap(\.self)
    return PostureChange(
      company: company, name: name, market: market, before: before, after: after, fields: fields,
      causes: causes.isEmpty ? bySelf : causes)
  }
}
