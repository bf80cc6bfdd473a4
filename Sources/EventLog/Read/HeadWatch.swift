import GRDB
import Synchronization

/// Tells the head of a log as often as it is asked, whoever appends to it.
///
/// SQLite keeps a number that changes whenever another connection commits; as long as it stays,
/// nothing is read. The head that is told is never older than the question.
package final class HeadWatch: Sendable {
  private let log: EventLog
  private let last = Mutex<(version: Int64, head: LogState)?>(nil)

  /// A watch with a connection of its own, which must not be used for anything else.
  package init(at path: String) throws {
    log = try EventLog.open(at: path, for: .reading)
  }

  /// The head of the log now.
  package func head() throws -> LogState {
    try last.withLock { last in
      let version = try log.dataVersion()
      if let last, last.version == version { return last.head }
      let head = try log.read { try $0.state }
      // A commit between the two reads is in the head and changes the number once more.
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
