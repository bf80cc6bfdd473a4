import ArgumentParser
import Projections
import Reports

/// `stance report timeline`: measures, and everything in one column of time.
struct ReportTimeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Measures as they stand, and statements, pressure, figures and moves in order.",
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
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      return try Answer(
        in: log, clocks: clocks, content: TimelineProjection.timeline(in: log, clocks: clocks))
    }
    let feeds = FeedFormats(subject: .timeline, clocks: answer.clocks, log: log)
    try report.write(
      TimelineReport.document(answer), json: TimelineReport.json(answer),
      besides: report.pictured(feeds.makers, picture)
    ) { try page(answer) }
  }

  private func page(_ answer: Answer<Timeline>) throws -> Page {
    guard !TimelinePage.isListAlone(answer.content) else { return TimelinePage.page(answer) }
    return try log.read { log in
      TimelinePage.page(
        answer, postures: try PostureProjection.postures(in: log, clocks: answer.clocks),
        panorama: try PanoramaProjection.panorama(in: log, clocks: answer.clocks),
        try Courses(in: log, clocks: answer.clocks))
    }
  }

  private func picture(_: Kind) throws -> Picture {
    try log.read { log in
      let clocks = try clocks.clocks(in: log)
      return TimelinePicture.picture(
        try Answer(
          in: log, clocks: clocks,
          content: PanoramaProjection.panorama(in: log, clocks: clocks)))
    }
  }
}
