package import Errors
import Glibc
import Stances

/// A file that someone hands over to be kept, open to be read once from front to back.
///
/// Only a file itself will do: where a link leads may change, and a pipe may never end.
package final class GivenFile {
  /// The path as given.
  package let path: String
  private let file: OpenFile
  private let before: FileStatus
  private var count: Int64 = 0

  /// Opens the file.
  ///
  /// - Throws: ``GivenFileError``, or ``FileError`` if it is not there or may not be read.
  package init(_ path: String) throws {
    self.path = path
    (file, before) = try Self.opened(path)
    guard before.size > 0 else { throw GivenFileError.isEmpty(path: path) }
  }

  private static func opened(_ path: String) throws -> (OpenFile, FileStatus) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw GivenFileError.isLink(path: path)
    }
    do throws(FileError) {
      let file = try OpenFile(path, for: .readingFile)
      return (file, try file.status())
    } catch {
      guard [.isFolder, .isStream].contains(error.cause) else { throw error }
      throw GivenFileError.isNoFile(path: path, reason: error.reason)
    }
  }

  /// How many bytes it had when it was opened.
  package var size: Int64 { before.size }

  /// The next bytes; none at the end.
  ///
  /// - Throws: ``GivenFileError`` at the end if the file changed meanwhile; ``FileError``.
  package func read(upTo limit: Int) throws -> [UInt8] {
    let bytes = try file.read(upTo: limit)
    count += Int64(bytes.count)
    if bytes.isEmpty {
      guard count == before.size, try file.status().version == before.version else {
        throw GivenFileError.changed(path: path)
      }
    }
    return bytes
  }

  /// Its first bytes, without moving on.
  package func head(_ count: Int) -> [UInt8] { file.read(count, at: 0) }
}

/// Why a file that is handed over is not taken.
package enum GivenFileError: StanceError, Hashable {
  case isLink(path: String)
  case isNoFile(path: String, reason: String)
  case isEmpty(path: String)
  case changed(path: String)

  package var kind: ErrorKind {
    switch self {
    case .isLink, .isNoFile, .isEmpty: .badData
    case .changed: .busy
    }
  }
}

extension GivenFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .isLink(let path):
      "\(printable(path)) is a symbolic link; give the file that it leads to"
    case .isNoFile(let path, let reason):
      "\(printable(path)) cannot be kept: \(reason); give a file"
    case .isEmpty(let path):
      "\(printable(path)) has 0 bytes, so nothing was captured; capture the page again"
    case .changed(let path):
      "\(printable(path)) changed while it was read; wait until it is complete, then give it again"
    }
  }
}
