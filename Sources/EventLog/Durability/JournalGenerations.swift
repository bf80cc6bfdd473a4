#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The first and the last commit in a write-ahead log, by the generation that they left in page 1.
///
/// Read as SQLite's file format describes it (sqlite.org/fileformat2.html, 4): a header of 32
/// bytes, then frames of 24 bytes and a page each; a frame counts while its salt is the header's,
/// and a transaction up to the frame that carries its commit. Checksums are left to SQLite.
struct JournalGenerations: Equatable {
  let first: Generation
  let last: Generation

  /// Where page 1 holds SQLite's `user_version`.
  static let versionOffset: Int64 = 60

  /// - Parameter path: where the write-ahead log lies; nil if there is none, or no commit in it.
  /// - Throws: ``EventLogError`` if it is there and cannot be read.
  init?(journalAt path: String) throws(EventLogError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .unreadable(path)
    }
    // SQLite locks the file and its index, never the write-ahead log: to close it gives up nothing.
    defer { close(descriptor) }
    guard let header = Words(at: 0, count: 8, of: descriptor) else { return nil }
    let pageSize = Int64(header[2])
    var found: (first: Generation, last: Generation)?
    var uncommitted: Generation?
    var offset: Int64 = 32
    while let frame = Words(at: offset, count: 6, of: descriptor),
      frame[2] == header[4], frame[3] == header[5]
    {
      if frame[0] == 1,
        let version = Words(at: offset + 24 + Self.versionOffset, count: 1, of: descriptor)
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
  private var words: [UInt32]

  /// Nil if the file ends before.
  init?(at offset: Int64, count: Int, of descriptor: Int32) {
    words = [UInt32](repeating: 0, count: count)
    let read = words.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
    }
    guard read == 4 * count else { return nil }
  }

  subscript(index: Int) -> UInt32 { UInt32(bigEndian: words[index]) }
}
