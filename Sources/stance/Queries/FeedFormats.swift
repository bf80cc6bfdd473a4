import EventLog
import Projections
import Reports
import Stances

/// The formats of a report for other programs: calendars, feed readers, TimelineJS, Vega-Lite.
struct FeedFormats {
  /// Which report it is.
  enum Subject {
    case postures, timeline
    case company(CompanyID, name: String)
  }

  /// Which report it is.
  let subject: Subject
  /// The query; the same that the rest of the report answers.
  let clocks: Clocks
  /// The log that is asked.
  let log: LogOptions

  /// How each format is made, on demand.
  var makers: [ReportOptions.Format: ReportOptions.Maker] {
    [
      .ics: { CalendarFeed.text(of: try answer(dates), title: title) },
      .timelinejs: { lines(of: StoryTimeline.json(of: try answer(dates), title: title)) },
      .atom: { AtomFeed.text(of: try answer(changes), title: title, subject: name) },
      .vegaLite: { lines(of: try chart()) },
    ]
  }

  private var title: String {
    switch subject {
    case .postures: "What companies say and do"
    case .timeline: "Regulatory timeline"
    case .company(_, let name): name
    }
  }

  private var name: String {
    switch subject {
    case .postures: "postures"
    case .timeline: "timeline"
    case .company(let company, _): "company:\(company)"
    }
  }

  private var companies: [CompanyID]? {
    if case .company(let company, _) = subject { [company] } else { nil }
  }

  /// Of postures the days that are due; of the others every date.
  private func dates(_ log: LogReader) throws -> [AgendaItem] {
    let items = try AgendaProjection.items(in: log, clocks: clocks, company: companies?.first)
    return if case .postures = subject { items.filter { $0.occasion == .due } } else { items }
  }

  private func changes(_ log: LogReader) throws -> [TurningPoint] {
    if case .timeline = subject {
      try TurningPointProjection.measures(in: log, clocks: clocks)
    } else {
      try TurningPointProjection.postures(in: log, clocks: clocks, companies: companies)
    }
  }

  private func courses(_ log: LogReader) throws -> [PostureCourse] {
    try CourseProjection.courses(in: log, clocks: clocks, companies: companies)
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
