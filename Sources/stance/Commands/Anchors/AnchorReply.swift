import ArgumentParser
import EventLog
import Intake
import JSON
import Stances
import Transparency

/// `stance anchor reply`: takes in what a time-stamping authority answered.
struct AnchorReply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: "Take in an authority's time stamp on a signed head of this log.",
    discussion: """
      EXAMPLES
        stance anchor reply head.tsr                 kept beside the log; head.tsq is looked at
        stance anchor reply head.tsr --tsa-ca ca.pem
                                                     only if its signature holds, by openssl
      """)

  @Argument(help: ArgumentHelp("The authority's reply.", valueName: "reply"), completion: .file())
  var path: String

  @Option(
    help: "The query that it answers; left out, the .tsq beside the reply, if there is one.",
    completion: .file())
  var query: String?

  @OptionGroup var authority: AuthorityOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let reply = try InputFile.contents(of: path)
    do {
      try checkAnswered(by: TimestampReply(reply))
      let log = try EventLog.open(at: log.path, for: .appending)
      let anchor = try log.keep(anchor: reply) { anchor in
        if let file = authority.certificates {
          try OpenSSL.verify(anchor, certificates: file)
        }
      }
      try output.write(words: "kept: \(anchor.words)", json: anchor.json)
    } catch let refusal as StampError {
      throw ProvingError.badStamp(path: path, reason: "\(refusal)")
    }
  }

  /// Refuses a reply to another query than ours, where that is known.
  private func checkAnswered(by stamp: TimestampReply) throws {
    let guess = path.hasSuffix(".tsr") ? "\(path.dropLast(4)).tsq" : nil
    guard let file = query ?? guess else { return }
    let asked: TimestampQuery
    do {
      asked = try TimestampQuery(InputFile.contents(of: file))
    } catch InputError.notFound where query == nil {
      return
    }
    guard asked.imprint == stamp.imprint, asked.nonce == stamp.nonce else {
      throw ProvingError.badStamp(path: path, reason: "it answers another query than \(file)")
    }
  }
}

extension Anchor {
  /// What the stamp claims, on one line.
  var words: String {
    "the first \(size) events stamped \(stamp.time) by "
      + (stamp.authority.map(printable) ?? "an authority that the stamp does not name")
  }

  /// The same for programs.
  var json: JSONValue {
    [
      "size": .integer(Int64(size)), "time": .string(stamp.time),
      "authority": stamp.authority.map(JSONValue.string) ?? .null,
    ]
  }
}
