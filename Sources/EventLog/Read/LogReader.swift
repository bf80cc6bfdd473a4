import Errors
package import Files
import GRDB
package import Stances
import Synchronization

/// One consistent state of a log, for the length of one access.
package struct LogReader {
  let database: Database
  let path: String
  /// What bounds the work on the answer; nil if nothing does.
  var work: WorkBound?

  /// The last position; 0 for an empty log.
  package var head: Position {
    get throws { try lastRow()?.position ?? .beforeFirst }
  }

  /// When the last event was recorded; nil for an empty log.
  package var lastRecorded: Timestamp? {
    get throws { try lastRow().map { Timestamp(milliseconds: $0.recorded) } }
  }

  /// The last position that was recorded by an instant; 0 if there is none.
  ///
  /// Times of recording never go backwards, so that halving finds the place without an index.
  package func position(recordedBy instant: Timestamp) throws -> Position {
    let recorded = try RawStatement(
      "SELECT recorded FROM event WHERE position = ?", in: database)
    var (low, high) = (Int64(0), try head.number)
    while low < high {
      let middle = low + (high - low + 1) / 2
      recorded.bind(middle, at: 1)
      guard let found = try recorded.firstInteger() else {
        throw EventLogError.damaged(path: path, reason: "position \(middle) is missing")
      }
      if found <= instant.milliseconds { low = middle } else { high = middle - 1 }
    }
    return Position(low)
  }

  /// What stored bytes say.
  ///
  /// If they cannot be read, this log is damaged, whatever kind they are.
  /// Everything stored is read through this, and passed on as what it says, so that no caller has
  /// to read bytes of the log.
  func readable<Result, Failure: StanceError>(
    _ what: @autoclosure () -> String, _ read: () throws(Failure) -> Result
  ) throws(EventLogError) -> Result {
    do {
      return try read()
    } catch {
      throw .damaged(path: path, reason: "\(what()) cannot be read: \(error)")
    }
  }

  private func lastRow() throws -> (position: Position, recorded: Int64)? {
    let last = try RawStatement(
      "SELECT position, recorded FROM event ORDER BY position DESC LIMIT 1", in: database)
    return try last.step() ? (last.position(0), last.integer(1)) : nil
  }
}

/// Reports the head of a log each time it is asked, no matter who appends to it.
///
/// SQLite keeps a number that changes whenever another connection commits; as long as it stays,
/// nothing is read. The head reported is never older than the question.
package final class HeadWatch: Sendable {
  private let log: EventLog
  private let last = Mutex<(version: Int64, head: LogState)?>(nil)

  /// A watch with a connection of its own, which must not be used for anything else.
  package init(at path: String) throws {
    log = try EventLog.open(at: path, for: .reading)
  }

  /// Which file the log is.
  package var identity: FileIdentity { log.identity }

  /// The head of the log now.
  ///
  /// - Throws: ``EventLogError/replaced(path:)`` if its path leads to another file or to none.
  package func head() throws -> LogState {
    try log.checkPlace()
    return try last.withLock { last in
      let version = try log.dataVersion()
      if let last, last.version == version { return last.head }
      let head = try log.read { try $0.state }
      // A commit between the two reads is in the head and changes the number again.
      last = (version, head)
      return head
    }
  }
}

extension EventLog {
  /// A number that changes with every commit of another connection (`PRAGMA data_version`).
  fileprivate func dataVersion() throws -> Int64 {
    try withLogErrors(path: path) {
      try queue.unsafeRead { database in
        try RawStatement(shared: "PRAGMA data_version", in: database).firstInteger() ?? 0
      }
    }
  }
}
