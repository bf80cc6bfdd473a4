import ArgumentParser
import Custody
import Errors
import EventLog
import Intake
import JSON
import Stances

/// `stance capture drop`: withdraws the captures of a file, and removes it.
struct DropCapture: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Withdraw a capture and remove its file: the answer to an order to erase.",
    usage: "stance capture drop SHA256 --reason WHY [options]",
    discussion: """
      EXAMPLES
        stance capture drop 3a7b… --reason "court order 12/3"
        stance capture drop capture-3a7b09f1c2d4e5f6 --reason "a private person"

      The retraction is recorded first, then the file is removed. If that is
      interrupted, 'stance verify' finds the file; the same command removes it.
      The log keeps the capture's address, digest and title. Backups and bags that
      were made before still have the file: remove it there too.
      """)

  @Argument(
    help: ArgumentHelp("The file's SHA-256, or the id of its capture.", valueName: "sha256"))
  var name: String

  @Option(help: ArgumentHelp("Why: a sentence for the readers of the record.", valueName: "why"))
  var reason: String

  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try log.openToAppend()
    let drop = try CaptureDrop(of: name, in: opened, log.captures)
    let request = AppendRequest(recorder: recorder.name, clock: SystemClock.now)
    var withdrawn: [String] = []
    if drop.withdraws {
      let flags = try drop.flags(reason: reason, today: request.now.day)
      var remarks = AppendRemarks()
      let unsigned = try SignedAppend(to: opened, .configured).run(isDryRun: false) { log in
        try log.append(flags, as: request, remarks: &remarks)
      } announce: {
        withdrawn = $0.entries.map(\.id.text)
      }
      if let unsigned { StandardStreams.say("stance: \(unsigned)") }
    }
    let wasThere = try drop.finish()
    let recorded = withdrawn.isEmpty ? "" : "recorded \(withdrawn.joined(separator: ", ")); "
    try output.write(
      words: recorded
        + (wasThere ? "the file \(drop.sha256) is removed" : "there was no file \(drop.sha256)"),
      json: [
        "sha256": .string(drop.sha256), "removed": .bool(wasThere),
        "retractions": .array(withdrawn.map(JSONValue.string)),
      ])
    StandardStreams.say(
      "stance: backups, bags and proofs that were made before may still have the file; remove it "
        + "there too")
  }
}
