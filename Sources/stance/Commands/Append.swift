import ArgumentParser
import Custody
import EventLog
import Intake
import Stances

/// `stance append`: records one event by flags, or those of a file.
struct Append: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Record one event by flags, or many from a file.",
    usage: """
      stance append TYPE --FIELD VALUE … [options]
      stance append [TYPE]
      stance append TYPE --edit [options]
      stance append --from FILE|- [--format FORMAT] [--type TYPE] [--dry-run] [options]
      """,
    discussion: """
      EXAMPLES
        stance append silent_reduction --company lenovo --markets RU \\
          --level suspended --occurred 2022-03~ --published 2022-05-06 \\
          --evidence-publisher "The Wall Street Journal" --evidence-grade B2
        stance append                                asks, field by field
        stance append exit --edit                    a form in $EDITOR
        stance append exit --help                    the fields of a type
        stance append --from events.jsonl            JSON Lines, an event per line
        stance append --from events.csv --dry-run    check all, record nothing
        zcat events.jsonl.gz | stance append --from -
        stance append exit … --evidence-url URL --evidence-file page.mhtml
                                                     keeps the file, too

      All events of one append are recorded, or none. An event without an id gets
      one, made of who, when and what; if the log has an event of such an id that
      says the same, word for word, it is "already recorded": flags and files can
      be given again. What comes through a pipe is first read to its end, into a
      temporary file (in TMPDIR; default: /tmp): others can record meanwhile.
      """)

  @Argument(
    help: ArgumentHelp("The type of the event; 'stance types' lists them.", valueName: "type"),
    completion: .list(EventType.allCases.map(\.rawValue)), transform: eventType)
  var type: EventType?

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The event's fields as flags: --level suspended.", valueName: "fields"))
  var fields: [String] = []

  @Option(
    help: ArgumentHelp("The file to read, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["jsonl", "ndjson", "csv"]))
  var from: String?

  @Option(help: "The file's format, if neither its name nor its first byte shows it.")
  var format: InputFormat?

  @Option(
    name: .customLong("type"),
    help: ArgumentHelp("The type of CSV rows that do not name one.", valueName: "type"),
    completion: .list(EventType.allCases.map(\.rawValue)), transform: eventType)
  var defaultType: EventType?

  @Flag(help: "Fill in a form in $VISUAL or $EDITOR (default: vi).")
  var edit = false

  @OptionGroup var condition: ConditionOptions
  @OptionGroup var recording: RecordingOptions

  /// The type whose fields are asked for: by `append TYPE --help`.
  static func typeToHelpWith(_ arguments: some Collection<String>) -> EventType? {
    guard ["append", "propose"].contains(arguments.first),
      !arguments.allSatisfy({ $0 != "--help" && $0 != "-h" })
    else { return nil }
    return arguments.dropFirst().first.flatMap(EventType.init)
  }

  func validate() throws {
    switch (type, from) {
    case (nil, nil):
      if fields.isEmpty, Dialogue.isPossible, !dryRunIsAsked { return }
      throw ValidationError("Give a type of event with its fields, or --from FILE.")
    case (_?, _?) where !edit:
      throw ValidationError("Give either a type of event or --from FILE, not both.")
    case (nil, _?):
      if let word = fields.first { throw ValidationError("Unexpected argument '\(word)'") }
    case (_?, _):
      guard format == nil, defaultType == nil else {
        throw ValidationError("--format and --type go with --from FILE.")
      }
    }
  }

  func run() throws {
    if let type, edit { return try editThenRecord(type) }
    let files = try EvidenceFiles(in: fields)
    if let type, !files.isEmpty { return try record(type, with: files) }
    if from == nil, try isToBeAsked() { return try askThenRecord() }
    guard let type else {
      let file = try open(from ?? "-")
      return try recording.record(if: condition.appendCondition()) {
        log, request, remarks, inspect in
        var progress = Progress("events read")
        defer { progress.end() }
        return try log.append(
          contentsOf: file, as: request, isStrict: recording.strict, remarks: &remarks,
          inspecting: inspect
        ) {
          try InterruptionError.check()
          progress.show(file.count)
        }
      }
    }
    try record(FlagFields(company + fields, type: type))
  }

  /// Records an event and the captures of its sources' files, in one append.
  private func record(_ type: EventType, with files: EvidenceFiles) throws {
    if recording.propose {
      throw ValidationError(
        "A file is kept at once, or not at all: keep it by 'stance capture', then propose the event."
      )
    }
    _ = try recording.log.openToAppend()
    let (batch, event) = try files.stage(
      for: company + files.words, of: type, into: recording.log.captures,
      isDryRun: recording.dryRun || recording.preview)
    try recording.record(if: condition.appendCondition(), saying: batch.remarks) {
      log, request, remarks, inspect in
      try log.append(
        [event] + batch.flags, as: request, isStrict: recording.strict, remarks: &remarks,
        inspecting: batch.naming(before: inspect))
    }
  }

  private var company: [String] { condition.company.map { ["--company", $0] } ?? [] }

  /// Whether someone at a terminal left out what an event needs; scripts and pipes are never asked.
  private func isToBeAsked() throws -> Bool {
    guard Dialogue.isPossible, !dryRunIsAsked else { return false }
    guard let type else { return true }
    guard AppendDialogue.canAsk(type) else { return false }
    let given = try FlagFields(company + fields, type: type).given.map(\.flag)
    return FieldNames.leavesToGive(of: type, separatedBy: "-").contains { leaf in
      leaf.isRequired && !given.contains("--\(leaf.name)")
    }
  }

  private var dryRunIsAsked: Bool { recording.dryRun || recording.preview || recording.output.json }

  /// Asks for the fields one by one, shows what the event would change, and records it if that is
  /// wanted.
  private func askThenRecord() throws {
    let log = try recording.log.openToAppend()
    Dialogue.saysWhatCtrlCDid(true)
    let type = try type ?? AppendDialogue.type()
    var dialogue = AppendDialogue(
      type: type, given: try FlagFields(company + fields, type: type), log: log,
      recording: recording)
    try dialogue.ask()
    while let (flags, head) = try dialogue.confirm() {
      do {
        Dialogue.saysWhatCtrlCDid(false)
        // What was shown is what is recorded: another may have recorded meanwhile.
        return try record(flags, if: .head(head))
      } catch let moved as ConditionError {
        Dialogue.say("\nstance: \(moved)")
        Dialogue.saysWhatCtrlCDid(true)
      }
    }
    Dialogue.say("nothing was recorded")
  }

  /// Records what is filled into a form, which begins with the flags that were given.
  private func editThenRecord(_ type: EventType) throws {
    _ = try recording.log.openToAppend()
    let given = try FlagFields(company + fields, type: type)
    let form = EventForm.text(of: type, holding: given.draft)
    try Editor.edit(
      form, named: "\(type.rawValue).txt", goingOnWith: from,
      by: "stance append \(type.rawValue) --edit --from"
    ) { text in
      let (type, words) = try EventForm.flags(in: text)
      try record(FlagFields(words, type: type))
    }
  }

  private func record(_ flags: FlagFields, if held: AppendCondition? = nil) throws {
    try recording.record(if: held ?? condition.appendCondition()) {
      log, request, remarks, inspect in
      try log.append(
        flags, as: request, isStrict: recording.strict, remarks: &remarks, inspecting: inspect)
    }
  }

  /// Opens a file of events; what comes through a pipe is read to its end, while no one waits for
  /// the log.
  private func open(_ path: String) throws -> EventFile {
    // A log that takes no events is refused before anyone waits for them.
    _ = try recording.log.openToAppend()
    var progress = Progress("bytes read")
    defer { progress.end() }
    InterruptionError.listen()
    let file = try InputFile(settling: path) { count in
      try InterruptionError.check()
      progress.show(count)
    }
    return EventFile(file, format: format, defaultType: defaultType)
  }
}

extension InputFormat: ExpressibleByArgument {}
