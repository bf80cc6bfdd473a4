import ArgumentParser
import EventLog
import Stances
import Transparency

/// `stance key rotate`: puts a new key in the place of the log's.
struct KeyRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Make a new key for the log, sign with both once, and go on with the new one.",
    discussion: """
      EXAMPLES
        stance key rotate                            prints the new public key
        stance key rotate                            finishes one cut off

      The log records the new key as an event, and both keys sign the first head
      that covers it. From then on only the new key's signatures count; what the
      old one signed before stays valid. The log's name stays the same. The old
      private key is removed. Publish the new key and the proof of its event
      ('stance prove log-key-…'): whoever has the old key follows with it.
      """)

  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let file = KeyFile.configured
    let old = try file.key()
    let log = try EventLog.open(at: log.path, for: .appending)
    let chain = try log.read { try $0.keys() }
    let successor = file.successor
    // A rotation that was cut off left the new key behind; its event may be recorded already.
    let found = try successor.keyIfThere()
    if chain.current != found?.verifier || found == nil {
      try LogSigner(key: old).check(log)
      try chain.check(old.verifier)
    }
    let new = try found ?? successor.made(named: old.verifier.name)
    try log.name(
      new.verifier, isSuccessor: true, recorder: recorder.name, clock: SystemClock.now)
    _ = try LogSigner(key: new).sign(log, replacing: old)
    try file.take(successor)
    try output.write(new.verifier)
  }
}
