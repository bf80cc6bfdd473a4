import ArgumentParser
import EventLog
import Projections
import Stances

/// The clocks of a query but the valid one.
struct LimitOptions: ParsableArguments {
  @Option(
    help: "Count only what had been published by this day; left out, everything.",
    transform: queryDay)
  var knownBy: Day?

  @Option(
    help: ArgumentHelp(
      "Count only what the log held at this position or instant (2022-05-06T12:00:00Z).",
      valueName: "position|instant"),
    transform: LogPoint.init)
  var at: LogPoint?

  @Option(help: "Whether a fuzzy date counts from its first day (lenient) or its last (strict).")
  var fuzzy: Fuzziness = .lenient

  /// The last position that counts.
  func position(in log: LogReader) throws -> Int64 {
    let head = try log.state
    return try at?.position(in: log, with: head, now: SystemClock.now()) ?? head.position
  }
}

/// The three clocks of a query.
struct ClockOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day asked about: YYYY-MM-DD, today or yesterday.", valueName: "day"),
    transform: queryDay)
  var to: Day?

  @OptionGroup var limits: LimitOptions

  /// The clocks for a state of the log.
  func clocks(in log: LogReader) throws -> Clocks {
    Clocks(
      to: to ?? SystemClock.today(), knownBy: limits.knownBy,
      at: try limits.position(in: log), fuzzy: limits.fuzzy)
  }
}

extension Fuzziness: ExpressibleByArgument {}
