import ArgumentParser
import Custody
import Errors
import EventLog
import Intake
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

  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  /// Records events in the log, signs its new head if it is signed, and says what was recorded.
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
    let request = AppendRequest(
      recorder: recorder.name, condition: condition, isDryRun: dryRun || preview,
      clock: SystemClock.now)
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
      try body(log, request, &remarks, inspect)
    } announce: { receipt in
      try write(receipt, remarks, previewed, isDryRun: request.isDryRun)
      for line in remarks.lines { StandardStreams.say("stance: \(printable(line))") }
      for note in notes() { StandardStreams.say("stance: note: \(printable(note))") }
      if let clock = receipt.steppedClock { StandardStreams.say("stance: \(clock)") }
    }
    if let unsigned { StandardStreams.say("stance: \(unsigned)") }
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
