package import Errors
import Stances

/// Why a file could not be opened or read at all.
package enum InputError: StanceError, Hashable {
  /// Nothing has this path.
  case notFound(path: String)
  /// The system does not let this user read it.
  case notPermitted(path: String)
  /// A folder has this path.
  case isFolder(path: String)
  /// The system gave up reading, for the reason it names.
  case unreadable(path: String, reason: String)

  package var kind: ErrorKind {
    switch self {
    case .notFound, .isFolder: .notFound
    case .notPermitted: .noPermission
    case .unreadable: .inputOutput
    }
  }
}

extension InputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path):
      "there is no file \(printable(path)); give the path of a file, or - for standard input"
    case .notPermitted(let path):
      "\(printable(path)) may not be read by this user; ask its owner, or check its mode"
    case .isFolder(let path):
      "\(printable(path)) is a folder; name the file in it that is to be read"
    case .unreadable(let path, let reason):
      "\(printable(path)) could not be read: \(reason)"
    }
  }
}
