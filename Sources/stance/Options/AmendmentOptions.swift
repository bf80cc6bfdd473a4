import ArgumentParser
import EventLog
import Intake
import Stances

/// Why an event is corrected or withdrawn, and since when anyone could have known.
struct AmendmentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why: a sentence for the readers of the record.", valueName: "why"))
  var reason: String

  @Flag(
    help: ArgumentHelp(
      "Count it from the event's own published day: the slip was the record's own."))
  var asOfOriginal = false

  @Option(
    help: ArgumentHelp("Record only if the log's head is this position.", valueName: "position"))
  var expectHead: Position?

  /// Since when anyone could have known.
  var day: AmendmentDay { asOfOriginal ? .original : .today }

  /// What must hold in the log.
  var condition: AppendCondition { expectHead.map(AppendCondition.head) ?? .any }
}
