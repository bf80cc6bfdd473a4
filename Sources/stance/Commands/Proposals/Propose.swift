import ArgumentParser

/// `stance propose`: what `stance append` records, for someone else to look at first.
struct Propose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Propose events, as 'stance append' records them, for someone else to accept.",
    usage: """
      stance propose TYPE --FIELD VALUE … [--why WHY] [options]
      stance propose --from FILE|- [--why WHY] [options]
      """,
    discussion: """
      EXAMPLES
        stance propose silent_reduction --company lenovo --markets RU \\
          --level suspended --occurred 2022-03~ --published 2022-05-06 \\
          --evidence-publisher "The Wall Street Journal" --evidence-grade B2 \\
          --why "First report that names it."
        stance propose --from events.csv
        stance correct 42 --level suspended --reason "It said so." --propose
        stance inbox                     what waits
        stance accept 3fa9c1d2           records it

      All is checked as if it were recorded. What would be recorded, and what it
      would change, is kept beside the log, in LOG.inbox; nothing is in the log
      before someone accepts it. The log then names both: who proposed it, and who
      recorded it. The same is 'stance append … --propose'.
      """)

  @OptionGroup var append: Append

  func run() throws {
    var append = append
    append.recording.propose = true
    try append.run()
  }
}
