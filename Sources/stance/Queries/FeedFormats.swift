import EventLog
import JSON
import Projections
import Reports
import Stances

/// The formats of a report for other programs: calendars, feed readers, TimelineJS, Vega-Lite.
struct FeedFormats {
  /// Which report it is.
  let subject: FeedTopic
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
      .vegaLite: {
        lines(of: VegaLite.chart(try log.read { try subject.courses(in: $0, clocks: clocks) }))
      },
    ]
  }

  private func dates() throws -> Answer<[CalendarItem]> {
    try log.read { try subject.dates(in: $0, clocks: clocks) }
  }

  private func lines(of json: JSONValue) -> String {
    String(decoding: json.prettyBytes(), as: UTF8.self) + "\n"
  }
}
