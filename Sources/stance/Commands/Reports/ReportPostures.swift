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
        stance report postures --format ics -o due.ics           what is due, for a calendar
      """)

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var log: LogOptions

  /// The pictures of this report.
  enum Kind: String, PictureKind { case board, counts }

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let view = LogView(of: log, on: clocks)
      return try view.answer(view.postures())
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
      let view = LogView(of: log, on: clocks)
      return switch kind {
      case .board: BoardPicture.picture(try view.answer(view.postures()))
      case .counts: CountsPicture.picture(try view.answer(view.courses()))
      }
    }
  }
}
