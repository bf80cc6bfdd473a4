package import Errors
import GRDB
package import Transparency

/// An authority's time stamp on one of the log's checkpoints.
package struct Anchor: Hashable, Sendable {
  /// How many events the checkpoint covers.
  package let size: UInt64
  /// The checkpoint, which was stamped byte for byte.
  package let note: [UInt8]
  /// The authority's reply, byte for byte.
  package let reply: [UInt8]
  /// What the reply says; whether it is signed is not checked here.
  package let stamp: TimestampReply
}

extension EventLog {
  /// Keeps an authority's reply beside the checkpoint that it stamps; once, if it comes again.
  ///
  /// - Parameters:
  ///   - reply: the reply.
  ///   - confirm: throws if the stamp is not to be kept.
  /// - Returns: the stamp with its checkpoint.
  /// - Throws: ``StampError`` if it is not a reply, ``AnchorError`` if it stamps no
  ///   checkpoint of this log; ``EventLogError``;
  ///   what `confirm` throws.
  package func keep(
    anchor reply: [UInt8], confirm: (Anchor) throws -> Void = { _ in }
  ) throws -> Anchor {
    let stamp = try TimestampReply(reply)
    return try write { database in
      let reader = LogReader(database: database, path: path)
      guard let (size, note) = try reader.checkpoint(stampedAs: stamp.imprint) else {
        throw AnchorError.ofNoCheckpoint
      }
      let anchor = Anchor(size: size, note: note, reply: reply, stamp: stamp)
      try confirm(anchor)
      if try reader.anchors().contains(anchor) { return (anchor, .rollback) }
      let insert = try RawStatement(
        "INSERT INTO anchor SELECT coalesce(max(number), 0) + 1, ?, ? FROM anchor", in: database)
      insert.bind(Int64(size), at: 1)
      try reply.withUnsafeBytes {
        insert.bind($0, at: 2)
        try insert.insert()
      }
      return (anchor, .commit)
    }
  }
}

extension LogReader {
  /// The time stamps on the log's checkpoints, in the order in which they were added.
  package func anchors() throws -> [Anchor] {
    let rows = try RawStatement(
      "SELECT size, note, reply FROM anchor JOIN checkpoint USING (size) ORDER BY number",
      in: database)
    var anchors: [Anchor] = []
    while try rows.step() {
      let reply = Array(rows.bytes(2))
      // One that cannot be read is found by `verify`.
      guard let size = UInt64(exactly: rows.integer(0)), let stamp = try? TimestampReply(reply)
      else { continue }
      anchors.append(
        Anchor(
          size: size, note: Array(rows.bytes(1)), reply: reply, stamp: stamp))
    }
    return anchors
  }

  /// The last checkpoint whose hash was stamped.
  fileprivate func checkpoint(
    stampedAs imprint: [UInt8]
  ) throws -> (size: UInt64, note: [UInt8])? {
    let rows = try RawStatement(
      "SELECT size, note FROM checkpoint ORDER BY size DESC", in: database)
    while try rows.step() {
      let note = Array(rows.bytes(1))
      if TimestampQuery.imprint(of: note) == imprint {
        return (UInt64(clamping: rows.integer(0)), note)
      }
    }
    return nil
  }
}

/// Why a time stamp is not kept.
package enum AnchorError: StanceError, Hashable, Sendable {
  /// It covers something other than a checkpoint of the log.
  case ofNoCheckpoint

  package var kind: ErrorKind { .badData }
}

extension AnchorError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .ofNoCheckpoint:
      "the stamp does not cover a checkpoint of this log; have one stamped that "
        + "'stance anchor query' asks for"
    }
  }
}
