import EventLog
import JSON
import Projections
import Reports
import Stances

extension FeedTopic {
  /// The calendar, feed or chart that a query asks for, to the byte what the command line writes,
  /// but that an Atom feed names its own address; nil where the query asks for another form.
  func feed(
    for query: ReportQuery, clocks: Clocks, in log: LogReader
  ) throws -> (@Sendable () -> [UInt8])? {
    let newline = [UInt8(ascii: "\n")]
    switch query.form {
    case .ics:
      let dates = try dates(in: log, clocks: clocks)
      return { Array(CalendarFeed.text(of: dates, title: title).utf8) }
    case .atom:
      let changes = try changes(in: log, clocks: clocks)
      return {
        Array(
          AtomFeed.text(of: changes, title: title, subject: key, address: query.address).utf8)
      }
    case .timelinejs:
      let dates = try dates(in: log, clocks: clocks)
      return { StoryTimeline.json(of: dates, title: title).prettyBytes() + newline }
    case .vegaLite:
      let courses = try courses(in: log, clocks: clocks)
      return { VegaLite.chart(courses).prettyBytes() + newline }
    case .page, .json, .csv, .md, .svg: return nil
    }
  }
}
