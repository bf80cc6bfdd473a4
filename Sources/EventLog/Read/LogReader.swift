import Errors
import GRDB
package import Stances

/// One consistent state of a log, for the length of one access.
package struct LogReader {
  let database: Database
  let path: String

  /// The last position; 0 for an empty log.
  package var head: Int64 {
    get throws { try lastRow()?.position ?? 0 }
  }

  /// When the last event was recorded; nil for an empty log.
  package var lastRecorded: Timestamp? {
    get throws { try lastRow().map { Timestamp(milliseconds: $0.recorded) } }
  }

  /// The last position that was recorded by an instant; 0 if there is none.
  ///
  /// Times of recording never go backwards, so that halving finds the place without an index.
  package func position(recordedBy instant: Timestamp) throws -> Int64 {
    let recorded = try RawStatement(
      "SELECT recorded FROM event WHERE position = ?", in: database)
    var (low, high) = (Int64(0), try head)
    while low < high {
      let middle = low + (high - low + 1) / 2
      recorded.bind(middle, at: 1)
      guard let found = try recorded.firstInteger() else {
        throw EventLogError.damaged(path: path, reason: "position \(middle) is missing")
      }
      if found <= instant.milliseconds { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// What stored bytes say.
  ///
  /// That they cannot be read is damage to this log, whatever they are of.
  /// All that is stored is read through this, and handed on as what it says, so that no caller has
  /// bytes of the log left to read.
  func readable<Result, Failure: StanceError>(
    _ what: @autoclosure () -> String, _ read: () throws(Failure) -> Result
  ) throws(EventLogError) -> Result {
    do {
      return try read()
    } catch {
      throw .damaged(path: path, reason: "\(what()) cannot be read: \(error)")
    }
  }

  private func lastRow() throws -> (position: Int64, recorded: Int64)? {
    let last = try RawStatement(
      "SELECT position, recorded FROM event ORDER BY position DESC LIMIT 1", in: database)
    return try last.step() ? (last.integer(0), last.integer(1)) : nil
  }
}
