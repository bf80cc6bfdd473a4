import ArgumentParser
import Custody
import EventLog
import Intake
import JSON
import Projections
import Stances

/// `stance correct`: puts right what one event says.
struct Correct: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Put right what one event says; what was recorded stays in the log.",
    usage: """
      stance correct ID --FIELD VALUE … [--without FIELD …] --reason WHY [options]
      stance correct ID --edit --reason WHY [options]
      stance correct ID --from FILE|- --reason WHY [options]
      """,
    discussion: """
      EXAMPLES
        stance correct dji-2022-04-halt --level suspended --reason "It said so."
        stance correct 42 --occurred 2022-03-08 --without until \\
          --as-of-original --reason "Misread: the 8th, and no last day."
        stance correct 42 --evidence-2-publisher "FT" --reason "A second source."
        stance correct 42 --edit --reason "Several slips."      in $EDITOR
        stance show 42 --json > event.json                      or by other means
        stance correct 42 --from event.json --reason "Several slips."

      The flags are those of 'stance append'. They are put over what the event
      says now, and what is not given stays. --without takes a field away, or one
      source of several (evidence-2). Fields of the correction itself begin with
      --correction-; its reason is --reason, so an event's own "reason" is changed
      by --edit.

      Who could have known of it since when? If the world learnt better on a day,
      that is --correction-published (default: today): answers as known before
      still have what was recorded. If the slip was the record's own,
      --as-of-original puts those answers right too.
      """)

  @Argument(help: "The event's id or position.")
  var id: String

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("What it should say, as flags: --level suspended.", valueName: "fields"))
  var fields: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A field that it should not have, or evidence-2.", valueName: "field"))
  var without: [String] = []

  @Flag(help: "Change it in $VISUAL or $EDITOR (default: vi).")
  var edit = false

  @Option(
    help: ArgumentHelp(
      "Take what it should say from a file: the event, or what 'stance show --json' wrote.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var from: String?

  @OptionGroup var amendment: AmendmentOptions
  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    let isByFlags = !fields.isEmpty || !without.isEmpty
    if isByFlags, edit || from != nil {
      throw ValidationError("Give the fields as flags, or by --edit or --from, not both.")
    }
    if !isByFlags, !edit, from == nil {
      throw ValidationError(
        "Say what it should say: as flags (--level suspended), by --edit, or --from FILE.")
    }
  }

  func run() throws {
    if edit { return try editThenRecord() }
    let given: ContentChange.Given =
      try from.map { .whole(try JSONDocument.read(fromFile: $0)) }
      ?? .flags(fields, without: without)
    try record(given)
  }

  private func editThenRecord() throws {
    let standing = try recording.log.openToAppend().read { log in
      try log.standing(log.requiredEvent(id).id)
    }
    guard let type = standing.recorded.event?.content.type else { return }
    let form = EventForm.text(of: type, holding: standing.content.root)
    try Editor.edit(
      form, named: "\(standing.recorded.id).txt",
      goingOnWith: from, by: "stance correct \(id) --edit --from"
    ) { text in
      let (type, words) = try EventForm.flags(in: text)
      try record(.form(type, words, source: standing.source))
    }
  }

  private func record(_ given: ContentChange.Given) throws {
    let change = ContentChange(given, reason: amendment.reason, day: amendment.day)
    try recording.record(if: amendment.condition) { log, request, remarks, inspect in
      let event = try log.read { try $0.requiredEvent(id) }
      return try log.correct(
        event.id, by: change, as: request, isStrict: recording.strict, remarks: &remarks,
        inspecting: inspect)
    }
  }
}
