import ArgumentParser
import Custody
import EventLog
import Transparency

/// `stance checkpoint`: signs the head of the log.
struct SignCheckpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign the log's size and root, so that others can hold it to them.",
    discussion: """
      EXAMPLES
        stance checkpoint                            to standard output
        stance checkpoint -o 2022-05-06.checkpoint   to a file, written atomically

      The first checkpoint binds the log to the key's name; from then on each
      append signs its new head. A head that does not continue what was signed
      before is refused. Give checkpoints away: a copy that someone else keeps
      is what reveals any later rewriting.
      """)

  @OptionGroup var file: FileOptions
  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let signer = try LogSigner(.configured)
    let log = try log.openToAppend()
    try signer.check(log)
    try signer.bind(log, recorder: recorder.name, clock: SystemClock.now)
    let signed = try signer.sign(log)
    let note = try log.read { try $0.lastCosignedCheckpoint() }?.note ?? signed
    try file.write(keeping: self.log.kept) { try $0(note.bytes) }
  }
}
