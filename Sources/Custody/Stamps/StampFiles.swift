package import EventLog
package import Files
import Intake
package import Stances
import Transparency

/// The files with which a time-stamping authority is asked, answers, and convinces others.
package enum StampFiles {
  /// Writes the query for a stamp on the last signed head.
  package static func writeQuery(
    for log: LogReader, to path: String, keeping kept: KeptFiles
  ) throws {
    guard let last = try log.lastCheckpoint() else { throw ProvingError.neverSigned }
    var generator = SystemRandomNumberGenerator()
    let nonce = withUnsafeBytes(of: generator.next()) { Array($0) }
    let query = TimestampQuery(stamping: last.note.bytes, nonce: nonce)
    try OutputFile.write(query.bytes, to: path, keeping: kept)
  }

  /// Keeps the stamp of a reply beside the head that it covers.
  ///
  /// - Parameters:
  ///   - path: the reply as the authority sent it.
  ///   - query: what was asked; if nil, the `.tsq` beside the reply, if there is one.
  ///   - certificates: the file under which the stamp must be signed; if nil, that is not checked.
  ///   - log: opens the log for appending.
  /// - Returns: the stamp with its checkpoint.
  /// - Throws: ``ProvingError``, ``OpenSSLError``; ``AnchorError`` if the log has no such head.
  package static func keep(
    replyAt path: String, to query: String?, certificates: String?,
    openingLog log: () throws -> EventLog
  ) throws -> Anchor {
    let reply = try InputFile.contents(of: path)
    do {
      try checkAnswered(query, by: TimestampReply(reply), at: path)
      return try log().keep(anchor: reply) { anchor in
        if let certificates { try OpenSSL.verify(anchor, certificates: certificates) }
      }
    } catch let refusal as StampError {
      throw ProvingError.badStamp(path: path, reason: "\(refusal)")
    }
  }

  /// Refuses a reply to a query other than ours, if that is known.
  private static func checkAnswered(
    _ query: String?, by stamp: TimestampReply, at path: String
  ) throws {
    let guess = path.hasSuffix(".tsr") ? "\(path.dropLast(4)).tsq" : nil
    guard let file = query ?? guess else { return }
    let asked: TimestampQuery
    do {
      asked = try TimestampQuery(InputFile.contents(of: file))
    } catch InputError.notFound where query == nil {
      return
    }
    guard asked.imprint == stamp.imprint, asked.nonce == stamp.nonce else {
      throw ProvingError.badStamp(path: path, reason: "it answers a query other than \(file)")
    }
  }

  /// The stamp to hand out: the one that dates most events, or the first one over a position.
  package static func stamp(
    in log: LogReader, covering position: Position?
  ) throws -> Anchor {
    let stamps = try log.anchors()
    guard let position else {
      guard let last = stamps.max(by: { $0.isWeaker(than: $1) }) else {
        throw ProvingError.neverStamped
      }
      return last
    }
    let covering = stamps.filter { Position(treeSize: $0.size) >= position }
    guard let first = covering.min(by: { $0.stamp.time < $1.stamp.time }) else {
      throw ProvingError.notStampedYet(position: position)
    }
    return first
  }

  /// Writes a stamp, and beside it the exact bytes that it stamps.
  package static func write(
    _ anchor: Anchor, to path: String, keeping kept: KeptFiles
  ) throws(OutputError) {
    let note = siblingPath(of: path, ending: ".tsr", as: ".note")
    try OutputFile.write((anchor.note, note), (anchor.reply, path), keeping: kept)
  }
}
