import Files

/// The first and the last commit in a write-ahead log, by the generation that they left in page 1.
///
/// Read as SQLite's file format describes it (sqlite.org/fileformat2.html, 4): a header of 32
/// bytes, then frames of 24 bytes and a page each; a frame counts while its salt is the header's,
/// and a transaction up to the frame that carries its commit. Checksums are left to SQLite.
struct WriteAheadLogGenerations: Equatable {
  let first: Generation
  let last: Generation

  /// Where page 1 holds SQLite's `user_version`.
  static let versionOffset: Int64 = 60

  /// - Parameter path: where the write-ahead log lies; nil if there is none, or no commit in it.
  /// - Throws: ``EventLogError`` if it is there and cannot be read.
  init?(at path: String) throws(EventLogError) {
    // SQLite locks the file and its index, never the write-ahead log: to close it gives up nothing.
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
