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
    var found: [(company: Int64, market: Market, course: FindingCourse)] = []
    try log.forEachSubject(
      of: companies, where: { clocks.includes($0) && acting.admits($0) },
      { subject in
        let course = FindingCourse(of: subject.moves, from: first, clocks: clocks)
        found.append((subject.company, subject.market, course))
      })
    var references = EventReferences()
    for stretch in found.lazy.flatMap(\.course.stretches) { references.insert(stretch.finding) }
    let details = try EventDetails(of: references, in: log, acting: acting)
    let names = try CompanyNames(in: log, at: clocks.at, acting: acting)
    return
      try found
      .map { company, market, course in
        PostureCourse(
          company: try names.id(company), name: try names.name(company), market: market,
          span: DayRange(earliest: first, latest: clocks.to),
          stretches: try course.stretches.map { stretch in
            let found = FoundPosture(company: company, market: market, finding: stretch.finding)
            return PostureCourse.Stretch(
              from: stretch.from, posture: try Posture(found, details: details, names: names))
          })
      }
      .sorted { ($0.company, $0.market) < ($1.company, $1.market) }
  }
}
