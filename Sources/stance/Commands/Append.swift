import ArgumentParser
import Custody
import Errors
import EventLog
import Intake
import Projections
import Reports
import Stances

/// `stance append`: records one event by flags, or those of a file.
struct Append: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Record one event by flags, or many from a file.",
    usage: """
      stance append TYPE --FIELD VALUE … [options]
      stance append --from FILE|- [--format FORMAT] [--type TYPE] [--dry-run] [options]
      """,
    discussion: """
      EXAMPLES
        stance append silent_reduction --company lenovo --markets RU \\
          --level suspended --occurred 2022-03~ --published 2022-05-06 \\
          --evidence-publisher "The Wall Street Journal" --evidence-grade B2
        stance append --from events.jsonl            JSON Lines, an event per line
        stance append --from events.csv --dry-run    check all, record nothing
        zcat events.jsonl.gz | stance append --from -
        stance types silent_reduction                the fields of a type

      All events of one append are recorded, or none. What comes through a pipe is
      first read to its end, into a temporary file (in TMPDIR; default: /tmp):
      others can record until the last event has come. The same flags given again
      within an hour, without --id, are "already recorded": the first answer may
      have been lost, and the id that was made up for it with it.
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

  @Flag(help: "Check everything and record nothing.")
  var dryRun = false

  @Flag(
    help: "Check everything, record nothing, and say what would change, on each day it touches.")
  var preview = false

  @Flag(help: "Refuse also what is possible but unlikely, which is otherwise a warning.")
  var strict = false

  @OptionGroup var condition: ConditionOptions
  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    switch (type, from) {
    case (nil, nil):
      throw ValidationError("Give a type of event with its fields, or --from FILE.")
    case (_?, _?):
      throw ValidationError("Give either a type of event or --from FILE, not both.")
    case (nil, _?):
      if let word = fields.first { throw ValidationError("Unexpected argument '\(word)'") }
    case (_?, nil):
      guard format == nil, defaultType == nil else {
        throw ValidationError("--format and --type go with --from FILE.")
      }
    }
  }

  func run() throws {
    let request = AppendRequest(
      recorder: recorder.name, condition: try condition.appendCondition(),
      isDryRun: dryRun || preview,
      clock: SystemClock.now)
    let given = try type.map(Given.flags) ?? .file(open(from ?? "-"))
    var remarks = AppendRemarks()
    var previewed: AppendPreview?
    let inspect: EventLog.Inspection? =
      !preview
      ? nil
      : { log, receipt in
        previewed = try AppendPreview(of: receipt, in: log, today: SystemClock.today())
      }
    let unsigned = try SignedAppend(to: .open(at: log.path, for: .appending), .configured).run(
      isDryRun: request.isDryRun
    ) { log in
      switch given {
      case .flags(let type): try append(type, to: log, as: request, &remarks, inspect)
      case .file(let file): try append(file, to: log, as: request, &remarks, inspect)
      }
    } announce: { receipt in
      try write(receipt, remarks, previewed, isDryRun: request.isDryRun)
      for line in remarks.lines { StandardStreams.say("stance: \(printable(line))") }
      if let clock = receipt.steppedClock { StandardStreams.say("stance: \(clock)") }
    }
    if let unsigned { StandardStreams.say("stance: \(unsigned)") }
  }

  /// Writes what was recorded, or would be, and what that would change.
  private func write(
    _ receipt: AppendReceipt, _ remarks: AppendRemarks, _ preview: AppendPreview?, isDryRun: Bool
  ) throws {
    var words = receipt.words(isDryRun: isDryRun)
    if let preview {
      let style = Terminal.style(isPlain: output.plain)
      words += "\n\n" + PreviewReport.document(preview).text(style).dropLast()
    }
    try output.write(
      words: words,
      json: receipt.json(isDryRun: isDryRun, remarks, preview: preview.map(PreviewReport.json)))
  }

  private func append(
    _ type: EventType, to log: EventLog, as request: AppendRequest, _ remarks: inout AppendRemarks,
    _ inspect: EventLog.Inspection?
  ) throws -> AppendReceipt {
    var generator = SystemRandomNumberGenerator()
    let company = condition.company.map { ["--company", $0] } ?? []
    let id = TimeOrderedIdentifier(
      milliseconds: SystemClock.now().milliseconds, using: &generator)
    return try log.append(
      FlagFields(company + fields, type: type), id: id.text, as: request, isStrict: strict,
      remarks: &remarks, inspecting: inspect)
  }

  private func append(
    _ file: EventFile, to log: EventLog, as request: AppendRequest, _ remarks: inout AppendRemarks,
    _ inspect: EventLog.Inspection?
  ) throws -> AppendReceipt {
    var progress = Progress("events read")
    defer { progress.end() }
    return try log.append(
      contentsOf: file, as: request, isStrict: strict, remarks: &remarks, inspecting: inspect
    ) {
      try InterruptionError.check()
      progress.show(file.count)
    }
  }

  /// Opens a file of events; what comes through a pipe is read to its end, while no one waits for
  /// the log.
  private func open(_ path: String) throws -> EventFile {
    // A log that takes no events is refused before anyone waits for them.
    _ = try log.openToAppend()
    var progress = Progress("bytes read")
    defer { progress.end() }
    InterruptionError.listen()
    let file = try InputFile(settling: path) { count in
      try InterruptionError.check()
      progress.show(count)
    }
    return EventFile(file, format: format, defaultType: defaultType)
  }

  /// What is to be recorded.
  private enum Given {
    case flags(EventType)
    case file(EventFile)
  }
}

extension InputFormat: ExpressibleByArgument {}
