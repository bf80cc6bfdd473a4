package import Errors
import Glibc

/// The system's reason for refusing something with a file.
///
/// Each target replaces this error with its own, which says what the user can do.
package struct FileError: StanceError, Hashable {
  /// The reasons that callers distinguish.
  package enum Cause: Hashable, Sendable {
    case notFound, alreadyThere, noPermission, readOnly, isFolder, isStream, noReader, noLinks
    case tooManyOpen, other
  }

  /// The path of the file, or the name of a stream.
  package let path: String
  /// Why.
  package let cause: Cause
  /// Why, in the system's words.
  package let reason: String

  /// What the last call left in `errno`.
  init(_ path: String) {
    let code = errno
    self.path = path
    cause =
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case EEXIST: .alreadyThere
      case EACCES, EPERM: .noPermission
      case EROFS: .readOnly
      case EISDIR: .isFolder
      case EPIPE: .noReader
      case ENOTSUP, EMLINK: .noLinks
      case EMFILE, ENFILE: .tooManyOpen
      default: .other
      }
    reason = String(cString: strerror(code))
  }

  /// What a path leads to is a folder, a pipe or a device.
  init(notAFile path: String, _ kind: FileStatus.Kind) {
    self.path = path
    (cause, reason) =
      kind == .folder
      ? (.isFolder, "it is a folder, not a file")
      : (.isStream, "it is a pipe, a socket or a device, not a file")
  }

  package var kind: ErrorKind {
    switch cause {
    case .notFound: .notFound
    case .alreadyThere, .isFolder, .isStream, .noLinks: .cannotCreate
    case .noPermission, .readOnly: .noPermission
    case .noReader: .readerGone
    case .tooManyOpen, .other: .inputOutput
    }
  }

  package var description: String { "\(path): \(reason)" }
}
