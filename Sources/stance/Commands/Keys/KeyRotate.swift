import ArgumentParser
import Custody

/// `stance key rotate`: replaces the log's key with a new one.
struct KeyRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Make a new key for the log, sign once with both, and continue with the new one.",
    discussion: """
      EXAMPLES
        stance key rotate                            prints the new public key
        stance key rotate                            finishes an interrupted one

      The log records the new key as an event, and both keys sign the first head
      that covers it. From then on only the new key's signatures count; what the
      old one signed before stays valid. The log's name stays the same. The old
      private key is removed. Publish the new key and the proof of its event
      ('stance prove log-key-…'): with it, anyone who has the old key can
      trust the new one.
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
