import Glibc

/// What stands where a result is to be written.
enum OutputPlace {
  /// Nothing, or a file that the result replaces.
  case file
  /// A device or a pipe: it is written to and stays what it is.
  case stream

  /// Looks at a path; a folder and a database, above all a log, are never replaced.
  init(at path: String) throws(OutputError) {
    var status = stat()
    // Where nothing is found, making the file says what is wrong.
    let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    switch kind {
    case S_IFDIR:
      throw .isFolder(path: path)
    case S_IFREG:
      guard !Self.isDatabase(path) else { throw .isDatabase(path: path) }
      self = .file
    default:
      self = .stream
    }
  }

  /// Whether a file begins as every SQLite database does (sqlite.org/fileformat2.html, 1.3.1).
  private static func isDatabase(_ path: String) -> Bool {
    let signature = Array("SQLite format 3\0".utf8)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: signature.count)
    let count = start.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    return count == signature.count && start == signature
  }
}
