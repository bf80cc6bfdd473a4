import Files
import GRDB
import GRDBSQLite

/// Checks the write-ahead log beside a log's file against that file.
///
/// SQLite takes any `-wal` file that is sound in itself, even an older one that was put back or one
/// of another log, and so would undo or mix up what is recorded. Every commit of this program
/// increments the generation in page 1, so the two belong together if and only if the file's
/// generation is one that the write-ahead log passes through, or the one just before it.
struct WriteAheadLogCheck {
  private let place: LogPlace

  init(of place: LogPlace) {
    self.place = place
  }

  /// - Throws: ``EventLogError/strangeJournal(path:)`` if the two do not belong together.
  func run(_ database: Database) throws {
    // Others may write meanwhile: only what stays the same from one look to the next is judged.
    var last: Look?
    for _ in 0..<Self.looks {
      guard let look = try look(database), !look.belongsTogether else { return }
      if look == last { throw EventLogError.strangeJournal(path: place.path) }
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
      let writeAheadLog = try WriteAheadLogGenerations(at: "\(place.address)-wal")
    else { return nil }
    return Look(file: file, writeAheadLog: writeAheadLog)
  }

  /// The generation in the file itself, without what the write-ahead log adds.
  ///
  /// Nil if nothing has been moved there yet since the log was made.
  ///
  /// Read through SQLite's own open file: opening and closing it again would give up the locks
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

/// The first and the last commit in a write-ahead log, by the generation that they left in page 1.
///
/// Read as SQLite's file format describes it (sqlite.org/fileformat2.html, 4): a header of 32
/// bytes, then frames of 24 bytes and a page each; a frame counts while its salt is the header's,
/// and a transaction up to the frame that carries its commit. Checksums are left to SQLite.
struct WriteAheadLogGenerations: Equatable {
  let first: Generation
  let last: Generation

  /// The offset of SQLite's `user_version` in page 1.
  static let versionOffset: Int64 = 60

  /// - Parameter path: the path of the write-ahead log; nil if there is none, or no commit in it.
  /// - Throws: ``EventLogError`` if it is there and cannot be read.
  init?(at path: String) throws(EventLogError) {
    // SQLite locks the file and its index, never the write-ahead log: closing it gives up no lock.
    let file = try EventLogError.ifUnreadable { () throws(FileError) in
      try OpenFile.ifThere(path)
    }
    guard let file, let header = Words(at: 0, count: 8, of: file) else { return nil }
    let pageSize = Int64(header[2])
    var found: (first: Generation, last: Generation)?
    var uncommitted: Generation?
    var offset: Int64 = 32
    while let frame = Words(at: offset, count: 6, of: file),
      frame[2] == header[4], frame[3] == header[5]
    {
      if frame[0] == 1,
        let version = Words(at: offset + 24 + Self.versionOffset, count: 1, of: file)
      {
        uncommitted = LayoutVersion(header: version[0]).generation
      }
      if frame[1] > 0, let committed = uncommitted {
        found = (found?.first ?? committed, committed)
      }
      offset += 24 + pageSize
    }
    guard let found else { return nil }
    (first, last) = found
  }
}

/// Numbers of four bytes each, the highest first, as a file has them.
private struct Words {
  private let words: [UInt32]

  /// Nil if the file ends before.
  init?(at offset: Int64, count: Int, of file: OpenFile) {
    let bytes = file.read(4 * count, at: offset)
    guard bytes.count == 4 * count else { return nil }
    words = stride(from: 0, to: bytes.count, by: 4).map { start in
      bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  subscript(index: Int) -> UInt32 { words[index] }
}
