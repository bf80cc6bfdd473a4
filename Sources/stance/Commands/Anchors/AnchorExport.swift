import ArgumentParser
import EventLog
import Projections
import Stances
import Transparency

/// `stance anchor export`: writes a time stamp, and what it stamps, for others to check.
struct AnchorExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a kept time stamp and the very bytes that it stamps, for others to check.",
    discussion: """
      EXAMPLES
        stance anchor export -o stamped.tsr          that dates most events, and
                                                     stamped.note beside it
        stance anchor export lenovo-2022-03-halts-shipments -o halt.tsr
                                                     the first over this event
        openssl ts -verify -data stamped.note -in stamped.tsr -CAfile ca.pem

      The stamp covers the checkpoint as the log signed it. 'stance checkpoint'
      prints it with the witnesses' signatures appended, which openssl would
      not accept.
      """)

  @Argument(help: ArgumentHelp("The event's id or position.", valueName: "event"))
  var event: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The stamp's file.", valueName: "file"))
  var output: String

  @OptionGroup var log: LogOptions

  func run() throws {
    let anchor = try log.read { log in
      guard let event else {
        guard let last = try log.anchors().max(by: { $0.isWeaker(than: $1) }) else {
          throw ProvingError.neverStamped
        }
        return last
      }
      let position = try log.requiredEvent(event).position
      let covering = try log.anchors().filter { Int64(clamping: $0.size) >= position }
      guard let first = covering.min(by: { $0.stamp.time < $1.stamp.time }) else {
        throw ProvingError.notStampedYet(position: position)
      }
      return first
    }
    let note = siblingPath(of: output, ending: ".tsr", as: ".note")
    try OutputFile.write(anchor.note, to: note)
    try OutputFile.write(anchor.reply, to: output)
  }
}
