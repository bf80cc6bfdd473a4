import ArgumentParser
import Custody
import EventLog
import Intake
import Projections
import Stances

/// `stance retract`: withdraws one event.
struct Retract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Withdraw one event; it stays in the log, and no longer counts.",
    usage: "stance retract ID --reason WHY [--as-of-original] [--FIELD VALUE …] [options]",
    discussion: """
      EXAMPLES
        stance retract zte-2022-04-halt --reason "It is about another company."
        stance retract 42 --reason "Entered twice." --as-of-original
        stance retract zte-2022-04-halt --reason "The paper withdrew it." \\
          --published 2022-04-20 --evidence-publisher "Reuters"

      Who could have known of it since when? If the world learnt it on a day, that
      is --published (default: today): answers as known before still have the
      event. If the slip was the record's own, --as-of-original takes it out of
      those answers too. To withdraw a retraction, give its id.
      """)

  @Argument(help: "The event's id or position.")
  var id: String

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "The retraction's other fields as flags: --note TEXT.", valueName: "fields"))
  var fields: [String] = []

  @OptionGroup var amendment: AmendmentOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(if: amendment.condition) { log, request, remarks, inspect in
      let event = try log.read { try $0.requiredEvent(id) }
      return try log.retract(
        event.id, fields, reason: amendment.reason, day: amendment.day, as: request,
        isStrict: recording.strict, remarks: &remarks, inspecting: inspect)
    }
  }
}
