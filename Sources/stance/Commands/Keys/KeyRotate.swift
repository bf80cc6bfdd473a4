import ArgumentParser
import Custody

/// `stance key rotate`: puts a new key in the place of the log's.
struct KeyRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Make a new key for the log, sign with both once, and go on with the new one.",
    discussion: """
      EXAMPLES
        stance key rotate                            prints the new public key, to be published
        stance key rotate                            again after it was cut off, to finish it

      The log records the new key as an event, and the first head that covers it is signed by the
      old key and the new. From there on only the new key's signatures count; what the old one
      signed before stays good. The log's name stays the same. The old private key is removed.
      Publish the new key, and the proof of its event ('stance prove log-key-…'), by which whoever has
      the old key follows.
      """)

  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.write(
      UserFiles.configured.replaceKey(
        of: log.openToAppend(), recorder: recorder.name, clock: SystemClock.now))
  }
}
