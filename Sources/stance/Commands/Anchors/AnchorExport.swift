import ArgumentParser
import Custody
import EventLog
import Projections
import Stances

/// `stance anchor export`: writes a time stamp, and what it stamps, for others to check.
struct AnchorExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a time stamp and the exact bytes that it stamps, for others to check.",
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
    let stamp = try log.read { log in
      try StampFiles.stamp(in: log, covering: event.map { try log.requiredEvent($0).position })
    }
    try StampFiles.write(stamp, to: output, keeping: log.kept)
  }
}
