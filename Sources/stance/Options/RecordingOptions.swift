import ArgumentParser
import Custody
import Errors
import EventLog
import Inbox
import Intake
import JSON
import Projections
import Reports
import Stances

/// How events are recorded: by whom, in which log, and whether at all.
struct RecordingOptions: ParsableArguments {
  @Flag(help: "Check everything and record nothing.")
  var dryRun = false

  @Flag(
    help: "Check everything, record nothing, and say what would change, on each day it touches.")
  var preview = false

  @Flag(help: "Refuse also what is possible but unlikely, which is otherwise a warning.")
  var strict = false

  @Flag(help: "Record nothing: propose it, for someone else to accept.")
  var propose = false

  @Option(
    help: ArgumentHelp("With a proposal: why, for those who look at it.", valueName: "why"))
  var why: String?

  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  /// Records events in the log, signs its new head if it is signed, and says what was recorded; or
  /// keeps them as a proposal, if that is asked for.
  ///
  /// - Parameters:
  ///   - condition: what must hold in the log.
  ///   - notes: what is said besides, once it is recorded.
  ///   - body: records them, in the way that it is told.
  /// - Throws: what `body` throws, or why the log cannot be opened or signed.
  func record(
    if condition: AppendCondition = .any, saying notes: @autoclosure () -> [String] = [],
    _ body: (EventLog, AppendRequest, inout AppendRemarks, EventLog.Inspection?) throws
      -> AppendReceipt
  ) throws {
    // Not when the flags are read: 'stance propose' means the other flag.
    if why != nil, !propose { throw ValidationError("--why goes with --propose.") }
    let request = AppendRequest(
      recorder: recorder.name, condition: condition, isDryRun: dryRun || preview || propose,
      clock: SystemClock.now)
    if propose, !dryRun, !preview {
      return try propose { remarks, inspect in
        try body(log.openToAppend(), request, &remarks, inspect)
      }
    }
    var remarks = AppendRemarks()
    var previewed: AppendPreview?
    let inspect: EventLog.Inspection? =
      !preview
      ? nil
      : { log, receipt in
        previewed = try AppendPreview(of: receipt, in: log, today: SystemClock.today())
      }
    let unsigned = try SignedAppend(to: log.openToAppend(), .configured).run(
      isDryRun: request.isDryRun
    ) { log in
      try body(log, request, &remarks, inspect)
    } announce: { receipt in
      try write(receipt, remarks, previewed, isDryRun: request.isDryRun)
      for line in remarks.lines { StandardStreams.say("stance: \(printable(line))") }
      for note in notes() { StandardStreams.say("stance: note: \(printable(note))") }
      if let clock = receipt.steppedClock { StandardStreams.say("stance: \(clock)") }
    }
    if let unsigned { StandardStreams.say("stance: \(unsigned)") }
  }

  /// A proposal that was made, and what an append of its events would do.
  struct Proposed {
    let proposal: Proposal
    let draft: Draft
    let receipt: AppendReceipt
    let remarks: AppendRemarks
  }

  /// Keeps events as a proposal, once they were tried.
  ///
  /// - Parameters:
  ///   - means: by what means it is made.
  ///   - why: why it should be recorded.
  ///   - body: appends them, in the way that it is told.
  /// - Returns: the proposal, which is on the disk.
  /// - Throws: what `body` throws; ``InboxError``, ``OutputError``.
  func proposal(
    by means: String, why: String?,
    _ body: (inout AppendRemarks, @escaping EventLog.Inspection) throws -> AppendReceipt
  ) throws -> Proposed {
    var remarks = AppendRemarks()
    let (draft, receipt) = try Draft.trying(on: SystemClock.today()) { try body(&remarks, $0) }
    let actor = Inbox.Actor(
      recorder.name, mayDecideOwn: true, today: SystemClock.today(), clock: SystemClock.now)
    let proposal = try Inbox(besideLogAt: log.path).propose(draft, by: actor, with: means, why: why)
    return Proposed(proposal: proposal, draft: draft, receipt: receipt, remarks: remarks)
  }

  /// Keeps events as a proposal, and says what they would change.
  private func propose(
    _ body: (inout AppendRemarks, @escaping EventLog.Inspection) throws -> AppendReceipt
  ) throws {
    let proposed = try proposal(by: "the command line", why: why, body)
    let (proposal, draft) = (proposed.proposal, proposed.draft)
    let name = proposal.id.short
    try output.write(
      words: "proposed as \(name); 'stance accept \(name)' records it\n\n"
        + text(of: draft.preview, isLast: true),
      json: [
        "proposal": proposal.json,
        "receipt": proposed.receipt.json(
          isDryRun: true, proposed.remarks, preview: PreviewReport.json(draft.preview)),
      ])
    for line in proposed.remarks.lines { StandardStreams.say("stance: \(printable(line))") }
  }

  /// Says on the terminal what events would change, and records nothing.
  ///
  /// - Parameters:
  ///   - log: the log.
  ///   - body: appends them, in the way that it is told.
  /// - Returns: what would be recorded.
  /// - Throws: what `body` throws.
  func preview(
    in log: EventLog,
    _ body: (AppendRequest, inout AppendRemarks, @escaping EventLog.Inspection) throws
      -> AppendReceipt
  ) throws -> AppendReceipt {
    var remarks = AppendRemarks()
    var previewed: AppendPreview?
    let receipt = try body(
      AppendRequest(recorder: recorder.name, isDryRun: true, clock: SystemClock.now), &remarks
    ) { log, receipt in
      previewed = try AppendPreview(of: receipt, in: log, today: SystemClock.today())
    }
    Dialogue.say("\n\(receipt.words(isDryRun: true))\n")
    for line in remarks.lines { Dialogue.say(printable(line)) }
    if let previewed, receipt.recorded > 0 {
      Dialogue.say(text(of: previewed, isLast: false))
    }
    return receipt
  }

  private func text(of preview: AppendPreview, isLast: Bool) -> String {
    let document = PreviewReport.document(preview, isLast: isLast)
    return String(
      document.text(Terminal.style(isPlain: output.plain)).trimmed(where: \.isNewline))
  }

  /// Writes what was recorded, or would be, and what that would change.
  private func write(
    _ receipt: AppendReceipt, _ remarks: AppendRemarks, _ preview: AppendPreview?, isDryRun: Bool
  ) throws {
    var words = receipt.words(isDryRun: isDryRun)
    if let preview {
      words += "\n\n" + text(of: preview, isLast: true)
    }
    try output.write(
      words: words,
      json: receipt.json(isDryRun: isDryRun, remarks, preview: preview.map(PreviewReport.json)))
  }
}
