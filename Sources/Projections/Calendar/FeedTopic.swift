package import EventLog
package import Stances

/// What a calendar, a feed or a chart is about: one of the reports.
package enum FeedTopic: Sendable {
  case postures, timeline
  case company(CompanyID, name: String)

  /// The company that it is about; nil where it is about all.
  package var companies: [CompanyID]? {
    if case .company(let company, _) = self { [company] } else { nil }
  }

  /// The dates for a calendar: of postures the days that are due, of the others every date.
  package func dates(in log: LogReader, clocks: Clocks) throws -> Answer<[CalendarItem]> {
    let items = try CalendarProjection.items(in: log, clocks: clocks, company: companies?.first)
    let isOfPostures = if case .postures = self { true } else { false }
    return try Answer(
      in: log, clocks: clocks,
      content: isOfPostures ? items.filter { $0.occasion == .due } : items)
  }

  /// The changes for a feed: of the measures where it is about the timeline, else of postures.
  package func changes(in log: LogReader, clocks: Clocks) throws -> Answer<[TurningPoint]> {
    let points =
      if case .timeline = self {
        try TurningPointProjection.measures(in: log, clocks: clocks)
      } else {
        try TurningPointProjection.postures(in: log, clocks: clocks, companies: companies)
      }
    return try Answer(in: log, clocks: clocks, content: points)
  }

  /// The courses for a chart: of the measures where it is about the timeline, else of postures.
  package func courses(in log: LogReader, clocks: Clocks) throws -> Answer<FeedCourses> {
    let courses: FeedCourses =
      switch self {
      case .postures: .postures(try CourseProjection.courses(in: log, clocks: clocks))
      case .company(let company, let name):
        .company(
          try CourseProjection.courses(in: log, clocks: clocks, companies: [company]), name: name)
      case .timeline: .measures(try CourseProjection.measures(in: log, clocks: clocks))
      }
    return try Answer(in: log, clocks: clocks, content: courses)
  }
}

/// How what a chart is about went up to the day of a query.
package enum FeedCourses: Sendable {
  case postures([PostureCourse])
  case company([PostureCourse], name: String)
  case measures([MeasureCourse])
}
