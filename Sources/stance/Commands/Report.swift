import ArgumentParser

/// `stance report`: answers to be handed on.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a report as text, Markdown, CSV or JSON.",
    discussion: """
      EXAMPLES
        stance report timeline --to 2022-05-06 --format md -o timeline.md
        stance report company lenovo                 everything about one company
        stance report postures --format csv          a table for a spreadsheet
      """,
    subcommands: [
      ReportPostures.self, ReportTimeline.self, ReportMeasures.self, ReportCompany.self,
    ])
}
