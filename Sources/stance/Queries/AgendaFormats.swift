import Projections
import Reports
import Stances

/// The formats of a report that are made of dates: a calendar, and slides in order of time.
struct AgendaFormats {
  /// What the calendar is called.
  let title: String
  /// The query; the same that the rest of the report answers.
  let clocks: Clocks
  /// The log that is asked.
  let log: LogOptions
  /// The company whose dates are wanted; nil for everybody's.
  var company: CompanyID?
  /// Which of the dates belong into the report.
  var isIncluded: (AgendaItem) -> Bool = { _ in true }

  /// How each format is made, on demand.
  var makers: [ReportOptions.Format: ReportOptions.Maker] {
    [
      .ics: { CalendarFeed.text(of: try answer(), title: title) },
      .timelinejs: {
        let json = StoryTimeline.json(of: try answer(), title: title)
        return String(decoding: json.prettyBytes(), as: UTF8.self) + "\n"
      },
    ]
  }

  private func answer() throws -> Answer<[AgendaItem]> {
    try log.read { log in
      let items = try AgendaProjection.items(in: log, clocks: clocks, company: company)
      return try Answer(in: log, clocks: clocks, content: items.filter(isIncluded))
    }
  }
}
