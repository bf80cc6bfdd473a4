import ArgumentParser
import Projections
import Reports
import Stances

/// `stance report postures`: where everybody stands.
struct ReportPostures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postures",
    abstract: "What every company says and does in each market.",
    discussion: """
      EXAMPLES
        stance report postures --to 2022-05-06 --format md
        stance report postures --format csv -o postures.csv
        stance report postures --format ics -o due.ics           for a calendar
      """)

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var log: LogOptions

  /// The pictures of this report.
  enum Kind: String, PictureKind { case board, counts }

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      return try Answer(
        in: log, clocks: clocks, content: PostureProjection.postures(in: log, clocks: clocks))
    }
    let feeds = FeedFormats(subject: .postures, clocks: answer.clocks, log: log)
    try report.write(
      PosturesReport.document(answer), json: PosturesReport.json(answer),
      besides: report.pictured(feeds.makers, picture)
    ) { try page(answer.clocks) }
  }

  private func page(_ clocks: Clocks) throws -> Page {
    try log.read { log in
      let view = LogView(of: log, on: clocks)
      return PosturesPage.page(try view.answer(view.boardPage()))
    }
  }

  private func picture(_ kind: Kind) throws -> Picture {
    try log.read { log in
      let clocks = try clocks.clocks(in: log)
      switch kind {
      case .board:
        return BoardPicture.picture(
          try Answer(
            in: log, clocks: clocks,
            content: PostureProjection.postures(in: log, clocks: clocks)))
      case .counts:
        return CountsPicture.picture(
          try Answer(
            in: log, clocks: clocks, content: CourseProjection.courses(in: log, clocks: clocks)))
      }
    }
  }
}
