package import Errors
import GRDB
import GRDBSQLite

/// How much one answer from a log may cost.
package struct WorkLimits: Sendable {
  /// How many seconds it may take to make it.
  let seconds: Int
  /// How many bytes it may have.
  let answerBytes: Int
  /// How many bytes may be gathered to make it.
  let gatheredBytes: Int
  /// Called with each number of bytes that is going to be used; throws if there is no room.
  let take: @Sendable (_ bytes: Int) throws -> Void

  /// Limits of time and memory.
  package init(
    seconds: Int, answerBytes: Int, gatheredBytes: Int,
    take: @escaping @Sendable (_ bytes: Int) throws -> Void
  ) {
    self.seconds = seconds
    self.answerBytes = answerBytes
    self.gatheredBytes = gatheredBytes
    self.take = take
  }
}

/// What the work on one answer has cost so far; it ends the work once that is too much.
///
/// Statements are ended by SQLite itself; what is computed between them asks now and then.
final class WorkBound {
  private let limits: WorkLimits
  private let end: ContinuousClock.Instant
  private var gathered = 0
  private var written = 0

  init(_ limits: WorkLimits) {
    self.limits = limits
    end = .now + .seconds(limits.seconds)
  }

  private var isOver: Bool { ContinuousClock.now >= end }

  /// Runs a body on a connection whose statements end when the time is over.
  ///
  /// The connection can be used as before when this returns or throws.
  func watching<Result>(_ database: Database, _ body: () throws -> Result) throws -> Result {
    sqlite3_progress_handler(
      database.sqliteConnection, 1_000,
      { bound in
        guard let bound else { return 0 }
        return Unmanaged<WorkBound>.fromOpaque(bound).takeUnretainedValue().isOver ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
    defer { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
    do {
      return try withExtendedLifetime(self, body)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      throw WorkError.outOfTime(seconds: limits.seconds)
    }
  }

  func check() throws(WorkError) {
    if isOver { throw .outOfTime(seconds: limits.seconds) }
  }

  func gather(_ bytes: Int) throws {
    try check()
    gathered += bytes
    guard gathered <= limits.gatheredBytes else {
      throw WorkError.tooLong(limit: limits.answerBytes)
    }
    try limits.take(bytes)
  }

  func note(written total: Int) throws {
    try check()
    guard total <= limits.answerBytes else { throw WorkError.tooLong(limit: limits.answerBytes) }
    // Each byte is written once and copied once; room is taken in large pieces.
    guard total - written >= 1 << 18 else { return }
    try limits.take(2 * (total - written))
    written = total
  }
}

/// An answer costs too much to be made.
package enum WorkError: CallerError, Equatable {
  case outOfTime(seconds: Int)
  case tooLong(limit: Int)

  package var kind: ErrorKind {
    switch self {
    case .outOfTime: .busy
    case .tooLong: .usage
    }
  }

  /// What programs know it by.
  package var code: String {
    switch self {
    case .outOfTime: "answer_time_over"
    case .tooLong: "answer_too_long"
    }
  }
}

extension WorkError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .outOfTime(let seconds):
      "the answer was not ready after \(seconds) seconds and was given up; ask about one company or "
        + "a shorter time, or use the command line"
    case .tooLong(let limit):
      "the answer would be longer than \(limit) bytes, or take too much memory to make; ask about "
        + "one company or a shorter time, take longer steps, list fewer events with limit and "
        + "after, or use the command line"
    }
  }
}

extension LogReader {
  /// Whether the answer may take only so much time and memory.
  package var isBounded: Bool { work != nil }

  /// Ends the work on an answer once it has taken too long.
  ///
  /// - Throws: ``WorkError``.
  package func checkTime() throws { try work?.check() }

  /// Notes that some bytes, estimated, are going to be kept for an answer.
  ///
  /// - Throws: ``WorkError``; an error of who set the limits if there is no room.
  package func gather(_ bytes: Int) throws { try work?.gather(bytes) }

  /// Notes how many bytes of an answer are written by now.
  ///
  /// - Throws: ``WorkError``; an error of who set the limits if there is no room.
  package func note(written bytes: Int) throws { try work?.note(written: bytes) }
}
