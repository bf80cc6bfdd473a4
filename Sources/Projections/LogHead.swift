package import EventLog

/// The part of a log that an answer rests on: whose log, how many events, and the hash over them.
///
/// Whoever has the log finds the same root for the same size, or the log was changed.
package struct LogHead: Hashable, Sendable {
  /// The name that the log's key binds it to; nil where these events name none.
  package let origin: String?
  /// How many events were looked at, from the first.
  package let size: Int64
  /// The root of the Merkle tree (RFC 6962) over their bytes, in base 64 as checkpoints spell it.
  package let root: String

  /// A head whose values are known.
  package init(origin: String?, size: Int64, root: String) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// The head that a log had when it held so many events, found in a few point reads.
  package init(in log: LogReader, at size: Int64) throws {
    self.init(
      origin: try log.originText(at: size), size: size, root: try log.rootText(at: size))
  }
}
