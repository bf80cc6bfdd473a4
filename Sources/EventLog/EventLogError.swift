package import Errors
import GRDB
import Stances

/// Why a log could not be created, opened, read or written.
package enum EventLogError: StanceError, Equatable {
  case notFound(path: String)
  case alreadyThere(path: String)
  case cannotCreate(path: String, reason: String)
  case notALog(path: String, reason: NotALog)
  case newerFormat(path: String, found: Int, known: Int)
  case openedForReading(path: String)
  case recorderTooLong(limit: Int)
  case busy(path: String)
  case noPermission(path: String)
  case tooManyOpenFiles(path: String)
  case diskFull(path: String)
  case inputOutput(path: String, reason: String)
  case damaged(path: String, reason: String)
  case strangeJournal(path: String)
  case severalNames(path: String, count: Int)
  case otherName(path: String)
  case changedSchema(path: String, objects: [String])
  case replaced(path: String)

  /// What a file that is not a log is instead.
  package enum NotALog: Equatable, Sendable {
    case directory
    case stream
    case emptyFile
    case notSQLite
    case otherDatabase
  }

  package var kind: ErrorKind {
    switch self {
    case .notFound: .notFound
    case .alreadyThere, .cannotCreate: .cannotCreate
    case .notALog, .newerFormat, .damaged, .strangeJournal, .severalNames, .otherName,
      .changedSchema, .replaced:
      .badLog
    case .recorderTooLong: .usage
    case .openedForReading: .bug
    case .busy: .busy
    case .noPermission: .noPermission
    case .diskFull, .inputOutput, .tooManyOpenFiles: .inputOutput
    }
  }
}

extension EventLogError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path):
      "there is no log at '\(path)'; make one with 'stance init', or name another with --log"
    case .alreadyThere(let path):
      "'\(path)' already exists and was not changed; name another file"
    case .cannotCreate(let path, let reason):
      "cannot create '\(path)': \(reason); name a file in an existing directory"
    case .notALog(let path, let reason):
      "'\(path)' is not a stance log: \(reason)"
    case .newerFormat(let path, let found, let known):
      "'\(path)' has format \(found), newer than this program knows (\(known)); update stance"
    case .openedForReading(let path):
      "'\(path)' was opened for reading only; open it for appending"
    case .recorderTooLong(let limit):
      "the name of a recorder or a proposer is longer than \(limit) bytes; shorten it"
    case .busy(let path):
      "another program is writing to '\(path)'; try again"
    case .noPermission(let path):
      "no permission for '\(path)' or its directory; change it or name another file with --log"
    case .tooManyOpenFiles(let path):
      "too many files are open to open '\(path)'; raise the limit (ulimit -n) and try again"
    case .diskFull(let path):
      "the disk is full, nothing was written to '\(path)'; free some space and try again"
    case .inputOutput(let path, let reason):
      "cannot read or write '\(path)': \(reason); check the disk and try again"
    case .damaged(let path, let reason):
      "'\(path)' is damaged: \(reason); run 'stance verify', and restore a backup"
    case .strangeJournal(let path):
      "'\(path)-wal' does not continue '\(path)': one of them is an older copy or another log's, "
        + "and nothing was changed; keep both, put back the file that belongs to the other, or "
        + "restore a backup without any -wal beside it, and run 'stance verify'"
    case .severalNames(let path, let count):
      "'\(path)' is one file under \(count) names (hard links), and what is recorded under one would "
        + "be lost under another; nothing was changed; remove the other names, or make a copy with "
        + "'stance backup' or cp and use that"
    case .otherName(let path):
      "another program has the file '\(path)' open by another name, as a hard link or a mounted file "
        + "gives it, or '\(path)-shm' was removed while the log was open; nothing was changed; end "
        + "that program, and use one name everywhere"
    case .changedSchema(let path, let objects):
      "'\(path)' has tables, triggers or views that are not as this program makes them: "
        + "\(objects.prefix(5).joined(separator: ", "))\(objects.count > 5 ? ", …" : ""); "
        + "nothing was changed; run 'stance verify', remove what was added, or restore a backup"
    case .replaced(let path):
      "'\(path)' was replaced or removed while it was open, and nothing is read from it or written "
        + "to it any more; put the right log there and start again"
    }
  }
}

extension EventLogError.NotALog: CustomStringConvertible {
  package var description: String {
    switch self {
    case .directory: "it is a directory; name a file"
    case .stream: "it is a pipe, a socket or a device; name a file"
    case .emptyFile: "it is empty; make it a log with 'stance init'"
    case .notSQLite: "it is not an SQLite file; name another with --log"
    case .otherDatabase: "it is another program's database; name another with --log"
    }
  }
}

extension EventLogError {
  /// This log's error for one of SQLite's.
  init(_ error: DatabaseError, path: String) {
    let words = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_NOTADB: self = .notALog(path: path, reason: .notSQLite)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path)
    case .SQLITE_CANTOPEN: self = .unopened(path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
      self = .damaged(path: path, reason: words)
    default: self = .inputOutput(path: path, reason: words)
    }
  }
}

/// Runs an access to a log and replaces SQLite's errors with EventLog's.
func withLogErrors<Result>(path: String, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw EventLogError(error, path: path)
  } catch let refusal as EventError {
    // Proposed events are read before the log is asked: only a stored event can be refused here.
    throw EventLogError.damaged(path: path, reason: "an event cannot be read: \(refusal)")
  }
}
