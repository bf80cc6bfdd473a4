import Errors
import JSON
import ArgumentParser
import Custody
import EventLog
import Files
import Intake
import Stances

/// `stance init`: makes a new log, and registers what it is about.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a new log, empty but for what it is about.",
    discussion: """
      EXAMPLES
        stance init                          stance.sqlite in this folder
        stance init --log russia.sqlite      another name
        stance init --title "Chinese technology companies and Russia" \\
          --subject "What they say and do since 24 February 2022" \\
          --period 2022-02-24/.. --keeper "The Example Desk"

      The title is on every page. 'stance append log_registered' changes it.
      """)

  @Option(help: ArgumentHelp("What the record is called.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("What it records, and what it leaves out.", valueName: "text"))
  var subject: String?

  @Option(
    help: ArgumentHelp("The time that it covers (EDTF): 2022-02-24/..", valueName: "date"))
  var period: String?

  @Option(help: ArgumentHelp("Who keeps it.", valueName: "name"))
  var keeper: String?

  @Option(help: ArgumentHelp("Where its keepers are reached.", valueName: "address"))
  var contact: String?

  @Option(
    help: ArgumentHelp("Under which licence it may be used, such as CC-BY-4.0.", valueName: "name"))
  var licence: String?

  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if title == nil, !others.isEmpty {
      throw ValidationError("Give --title with \(others[0].flag): every page shows it.")
    }
  }

  func run() throws {
    let event = try title.map { try registration(titled: $0) }
    try UserFiles.configured.kept.check(new: log.path)
    let created = try EventLog.create(at: log.path)
    var head = Position.beforeFirst
    if let event {
      var remarks = AppendRemarks()
      head = try created.append(
        contentsOf: EventFile(InputFile(name: "the registration", contents: event), format: .json),
        as: AppendRequest(recorder: recorder.name, clock: SystemClock.now), remarks: &remarks
      ).head
    }
    try output.write(
      words: "created the log \(printable(log.path)); its head is \(head)",
      json: ["log": .string(log.path), "head": .integer(head.number)])
  }

  /// What was given beside the title.
  private var others: [(field: String, flag: String, text: String)] {
    [
      ("subject", subject), ("period", period), ("keeper", keeper), ("contact", contact),
      ("licence", licence),
    ].compactMap { field, text in text.map { (field, "--\(field)", $0) } }
  }

  /// The event that registers the log, which is checked before there is a file.
  private func registration(titled title: String) throws -> [UInt8] {
    let members: [(name: String, value: JSONValue)] =
      [
        // What 'stance append' would make of it.
        ("id", .string("log-registered")), ("type", .string(EventType.logRegistered.rawValue)),
        ("v", .integer(Int64(Vocabulary.version(of: .logRegistered)))),
        ("title", .string(title)),
      ] + others.map { ($0.field, .string($0.text)) }
    let bytes = JSONValue.object(members).prettyBytes()
    let document = try JSONDocument(parsing: bytes)
    do {
      _ = try ProposedEvent(document)
    } catch let refusal {
      throw ValidationError("--\(refusal.path): \(refusal.reason)")
    }
    return bytes
  }
}
