import GRDB
import GRDBSQLite

/// Holds the write-ahead log beside a log's file against that file.
///
/// SQLite takes any `-wal` file that is sound in itself, also an older one that was put back or one
/// of another log, and so would undo or mix up what is recorded. Every commit of this program
/// counts the generation up in page 1, so the two belong together exactly if the file's
/// generation is one that the write-ahead log passes through, or the one just before it.
struct WriteAheadLogCheck {
  let path: String

  /// - Throws: ``EventLogError/strangeJournal(path:)`` if the two do not belong together.
  func run(_ database: Database) throws {
    // Others may write meanwhile: only what stays the same from one look to the next is judged.
    var last: Look?
    for _ in 0..<Self.looks {
      guard let look = try look(database), !look.belongsTogether else { return }
      if look == last { throw EventLogError.strangeJournal(path: path) }
      last = look
    }
  }

  private static let looks = 5

  private struct Look: Equatable {
    let file: Generation
    let writeAheadLog: WriteAheadLogGenerations

    var belongsTogether: Bool {
      let length = writeAheadLog.last.distance(from: writeAheadLog.first) + 1
      return writeAheadLog.last.distance(from: file) <= length
    }
  }

  /// The file is read first: a checkpoint in between may only bring it closer to what follows.
  private func look(_ database: Database) throws -> Look? {
    guard let file = generation(inFileOf: database),
      let writeAheadLog = try WriteAheadLogGenerations(at: "\(path)-wal")
    else { return nil }
    return Look(file: file, writeAheadLog: writeAheadLog)
  }

  /// The generation in the file itself, without what the write-ahead log adds.
  ///
  /// Nil if nothing has been moved there yet since the log was made.
  ///
  /// Read through SQLite's own open file: to open and close it once more would give up the locks
  /// that this process holds on it.
  private func generation(inFileOf database: Database) -> Generation? {
    var file: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(
      database.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    var bytes: UInt32 = 0
    guard let file, let read = file.pointee.pMethods?.pointee.xRead,
      read(file, &bytes, 4, WriteAheadLogGenerations.versionOffset) == SQLITE_OK, bytes != 0
    else { return nil }
    return LayoutVersion(header: UInt32(bigEndian: bytes)).generation
  }
}
