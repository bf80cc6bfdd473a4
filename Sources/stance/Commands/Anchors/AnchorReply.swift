import JSON
import ArgumentParser
import Custody
import EventLog
import Intake
import Stances
import Transparency

/// `stance anchor reply`: keeps what a time-stamping authority answered.
struct AnchorReply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: "Add an authority's time stamp on a signed head to the log.",
    discussion: """
      EXAMPLES
        stance anchor reply head.tsr                 kept in the log, if it
                                                     answers head.tsq
        stance anchor reply head.tsr --tsa-ca ca.pem
                                                     if openssl can verify it
      """)

  @Argument(help: ArgumentHelp("The authority's reply.", valueName: "reply"), completion: .file())
  var path: String

  @Option(
    help: "The query that it answers; default: the .tsq beside the reply, if there is one.",
    completion: .file())
  var query: String?

  @OptionGroup var authority: AuthorityOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let anchor = try StampFiles.keep(
      replyAt: path, to: query, certificates: authority.certificates, openingLog: log.openToAppend)
    try output.write(words: "kept: \(anchor.words)", json: anchor.json)
  }
}
