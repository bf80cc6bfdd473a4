import EventLog
import Projections
import Reports
import Stances

extension FeedSubject {
  /// The calendar or the feed that a query asks for, to the byte what the command line writes; nil
  /// where it asks for another form.
  func feed(
    for query: ReportQuery, clocks: Clocks, in log: LogReader
  ) throws -> (@Sendable () -> String)? {
    switch query.form {
    case .ics:
      let dates = try dates(in: log, clocks: clocks)
      return { CalendarFeed.text(of: dates, title: title) }
    case .atom:
      let changes = try changes(in: log, clocks: clocks)
      return { AtomFeed.text(of: changes, title: title, subject: key) }
    case .page, .json, .csv, .md, .svg: return nil
    }
  }
}
