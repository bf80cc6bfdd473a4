import ArgumentParser
import EventLog
import Projections
import Reports
import Stances

/// `stance report timeline`: measures, and everything in one column of time.
struct ReportTimeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Measures with their status, and statements, pressure, figures and moves in order.",
    discussion: """
      EXAMPLES
        stance report timeline --to 2022-05-06
        stance report timeline --format md -o timeline.md
        stance report timeline --format ics -o timeline.ics      for a calendar
        stance report timeline --format atom -o measures.atom    for a feed reader
      """)

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var log: LogOptions

  /// The pictures of this report.
  enum Kind: String, PictureKind { case timeline }

  func run() throws {
    let clocks = try log.read { try self.clocks.clocks(in: $0) }
    let feeds = FeedFormats(subject: .timeline, clocks: clocks, log: log)
    let timeline = { try answer(clocks, TimelineProjection.timeline) }
    try report.write(
      TimelineReport.document(timeline()), json: TimelineReport.json(timeline()),
      besides: report.pictured(feeds.makers) { (_: Kind) in
        TimelinePicture.picture(
          try answer(clocks) { try LogView(of: $0, on: $1).timePicture() })
      }
    ) { try page(clocks) }
  }

  private func page(_ clocks: Clocks) throws -> Page {
    TimelinePage.page(
      try answer(clocks) { log, clocks in try LogView(of: log, on: clocks).timelinePage() })
  }

  private func answer<Content>(
    _ clocks: Clocks, _ content: (LogReader, Clocks) throws -> Content
  ) throws -> Answer<Content> {
    try log.read { try Answer(in: $0, clocks: clocks, content: content($0, clocks)) }
  }
}
