package import EventLog
package import Stances

/// How postures went from day to day.
package enum CourseProjection {
  /// The course of every posture, by company and market, up to the day of the clocks.
  ///
  /// The log is scanned once, however many days the courses cover. `companies` asks for these
  /// alone; `first` leaves out what was so before it.
  package static func courses(
    in log: LogReader, clocks: Clocks, from first: Day = .distantPast,
    companies: [CompanyID]? = nil
  ) throws -> [PostureCourse] {
    let acting = ActingAmendments(try log.amendments(), within: clocks)
    var found: [FoundCourse] = []
    try log.forEachSubject(
      of: companies, where: { clocks.includes($0) && acting.admits($0) },
      { subject in
        let course = FindingCourse(of: subject.moves, from: first, clocks: clocks)
        found.append(
          FoundCourse(
            company: subject.company, market: subject.market, stretches: course.stretches))
      })
    let span = DayRange(earliest: first, latest: clocks.to)
    return try named(found, over: span, in: log, clocks: clocks, acting: acting)
      .sorted { ($0.company, $0.market) < ($1.company, $1.market) }
  }

  /// The courses in the order in which they were found, with names and dates as given.
  static func named(
    _ found: [FoundCourse], over span: DayRange, in log: LogReader, clocks: Clocks,
    acting: ActingAmendments
  ) throws -> [PostureCourse] {
    var references = EventReferences()
    for stretch in found.lazy.flatMap(\.stretches) { references.insert(stretch.finding) }
    let details = try EventDetails(of: references, in: log, acting: acting)
    let names = try CompanyNames(in: log, at: clocks.at, acting: acting)
    return try found.map { course in
      PostureCourse(
        company: try names.id(course.company), name: try names.name(course.company),
        market: course.market, span: span,
        stretches: try course.stretches.reduce(into: []) { told, stretch in
          let found = FoundPosture(
            company: course.company, market: course.market, finding: stretch.finding)
          let posture = try Posture(found, details: details, names: names)
          // Two findings may differ in what a posture does not tell.
          guard told.last?.posture(on: stretch.from) != posture else { return }
          told.append(PostureCourse.Stretch(from: stretch.from, posture: posture))
        })
    }
  }
}

/// A course of findings with the log's own key of the company it is about.
struct FoundCourse {
  let company: Int64
  let market: Market
  let stretches: [FindingCourse.Stretch]
}
