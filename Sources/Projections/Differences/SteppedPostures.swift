import EventLog
import Stances

/// What changed in postures from each of some days to the next, from one scan of the log.
///
/// What came and went between two of the days is no change; an event that was reached between them
/// is a cause, also where another one decided.
struct SteppedPostures {
  /// The changes by the day up to which they came about, by company and market.
  private(set) var changes: [Day: [PostureChange]] = [:]

  /// The changes on days in order, the last of which is that of the clocks; those of the first day
  /// are against the beginning of time.
  init(in log: LogReader, on days: [Day], clocks: Clocks) throws {
    let stops = [.distantPast] + days
    let acting = ActingAmendments(try log.amendments(), within: clocks)
    var found: [FoundCourse] = []
    var reached: [[Day: [Int64]]] = []
    try log.forEachSubject(
      of: nil, where: { clocks.includes($0) && acting.admits($0) },
      { subject in
        let course = FindingCourse(of: subject.moves, on: stops, clocks: clocks)
        found.append(
          FoundCourse(
            company: subject.company, market: subject.market, stretches: course.stretches))
        let turns = Set(course.stretches.map(\.from))
        reached.append(subject.sources(reachedBy: stops, among: turns, clocks.fuzzy))
      })
    let ids = try log.eventNames(at: reached.flatMap { $0.values.joined() }).mapValues(\.id)
    let before = Dictionary(uniqueKeysWithValues: zip(days, stops))
    let span = DayRange(earliest: .distantPast, latest: clocks.to)
    let courses = try CourseProjection.named(
      found, over: span, in: log, clocks: clocks, acting: acting)
    for (course, reached) in zip(courses, reached) {
      for stretch in course.stretches {
        let causes = (reached[stretch.from] ?? []).compactMap { ids[$0] }
        guard let day = before[stretch.from],
          let change = course.change(from: day, to: stretch.posture, causes: causes)
        else { continue }
        changes[stretch.from, default: []].append(change)
      }
    }
    changes = changes.mapValues {
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
      guard let stop = stops.first(notBefore: fuzzy.day(reaching: move)), turns.contains(stop)
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
