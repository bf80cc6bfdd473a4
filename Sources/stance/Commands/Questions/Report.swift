import ArgumentParser

/// `stance report`: answers to pass on.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report as text, page, picture, table, calendar, feed or data.",
    discussion: """
      EXAMPLES
        stance report timeline --to 2022-05-06 --format md -o timeline.md
        stance report company lenovo                 everything about one company
        stance report board --format csv             a table for a spreadsheet
        stance report timeline --format html -o timeline.html
                                                     a page to print and replay
      """,
    subcommands: [
      ReportBoard.self, ReportTimeline.self, ReportMeasures.self, ReportCompany.self,
      ReportCompanies.self, ReportLead.self,
    ])
}
