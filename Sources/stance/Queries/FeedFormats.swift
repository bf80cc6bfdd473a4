import EventLog
import Projections
import Reports
import Stances

/// The formats of a report for other programs: calendars, feed readers, TimelineJS, Vega-Lite.
struct FeedFormats {
  /// Which report it is.
  let subject: FeedSubject
  /// The query; the same that the rest of the report answers.
  let clocks: Clocks
  /// The log that is asked.
  let log: LogOptions

  /// How each format is made, on demand.
  var makers: [ReportOptions.Format: ReportOptions.Maker] {
    [
      .ics: { CalendarFeed.text(of: try dates(), title: subject.title) },
      .timelinejs: { lines(of: StoryTimeline.json(of: try dates(), title: subject.title)) },
      .atom: {
        AtomFeed.text(
          of: try log.read { try subject.changes(in: $0, clocks: clocks) },
          title: subject.title, subject: subject.key)
      },
      .vegaLite: { lines(of: try chart()) },
    ]
  }

  private func dates() throws -> Answer<[AgendaItem]> {
    try log.read { try subject.dates(in: $0, clocks: clocks) }
  }

  private func courses(_ log: LogReader) throws -> [PostureCourse] {
    try CourseProjection.courses(in: log, clocks: clocks, companies: subject.companies)
  }

  private func chart() throws -> JSONValue {
    switch subject {
    case .postures: VegaLite.postures(try answer(courses))
    case .company(_, let name): VegaLite.company(try answer(courses), name: name)
    case .timeline:
      VegaLite.measures(try answer { try CourseProjection.measures(in: $0, clocks: clocks) })
    }
  }

  private func answer<Content>(
    _ content: (LogReader) throws -> Content
  ) throws -> Answer<Content> {
    try log.read { try Answer(in: $0, clocks: clocks, content: content($0)) }
  }

  private func lines(of json: JSONValue) -> String {
    String(decoding: json.prettyBytes(), as: UTF8.self) + "\n"
  }
}
