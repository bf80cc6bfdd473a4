import ArgumentParser
import EventLog
import Projections
import Reports
import Stances

/// `stance diff`: what changed between two queries that differ in one clock.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what changed between two days or log positions, and which events did it.",
    discussion: """
      EXAMPLES
        stance diff --to 2022-02-23..2022-05-06      what happened
        stance diff --known-by 2022-05-05..2022-05-06 --to 2022-05-06
                                                     what a day of news changed
        stance diff --at 100..142                    what new entries changed
        stance diff --to 2022-05-05..2022-05-06 --exit-code > /dev/null
                                                     status 1 if anything changed
      """)

  @Option(
    help: ArgumentHelp("The days asked about, or one day.", valueName: "day..day"),
    transform: { try Span($0, read: queryDay) })
  var to: Span<Day>?

  @Option(
    help: ArgumentHelp("Count only what was published by these days.", valueName: "day..day"),
    transform: { try Span($0, read: queryDay) })
  var knownBy: Span<Day>?

  @Option(
    help: ArgumentHelp(
      "Count only what the log held at these positions or instants.", valueName: "point..point"),
    transform: { try Span($0, read: LogPoint.init) })
  var at: Span<LogPoint>?

  @Option(help: "Whether a fuzzy date counts from its first day (lenient) or its last (strict).")
  var fuzzy: Fuzziness = .lenient

  @Flag(help: "End with status 1 if anything changed.")
  var exitCode = false

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let compared = [to?.second != nil, knownBy?.second != nil, at?.second != nil].count { $0 }
    guard compared == 1 else {
      throw ValidationError("Give exactly one of --to A..B, --known-by A..B and --at A..B.")
    }
  }

  func run() throws {
    let answer = try log.read { log in
      let (before, after) = try clocks(in: log)
      // The longer of the two logs begins with the shorter.
      return try Answer(
        clocks: after, head: LogHead(in: log, at: max(before.at, after.at)),
        content: DifferenceProjection.difference(in: log, from: before, to: after))
    }
    try output.write(DifferenceReport.document(answer), json: DifferenceReport.json(answer))
    if exitCode, !answer.content.isEmpty { throw ExitStatus.finding.silently }
  }

  private func clocks(in log: LogReader) throws -> (before: Clocks, after: Clocks) {
    let today = SystemClock.today()
    let head = try log.state
    let now = SystemClock.now()
    func position(_ point: LogPoint?) throws -> Int64 {
      try point?.position(in: log, with: head, now: now) ?? head.position
    }
    let before = Clocks(
      to: to?.first ?? today, knownBy: knownBy?.first, at: try position(at?.first), fuzzy: fuzzy)
    let after = Clocks(
      to: to?.last ?? today, knownBy: knownBy?.last, at: try position(at?.last), fuzzy: fuzzy)
    return (before, after)
  }
}
