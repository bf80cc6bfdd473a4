package import Errors
import Stances

/// Why a result could not be written.
package enum OutputError: StanceError, Equatable {
  /// The file could not be made.
  case cannotCreate(path: String, reason: String)
  /// This user may not make it there.
  case notPermitted(path: String, reason: String)
  /// It is a folder.
  case isFolder(path: String)
  /// It is a file that no result replaces.
  case isKept(path: String, KeptFiles.Kind)
  /// The file was made and could not be written to its end.
  case writeFailed(path: String, reason: String)
  /// The reader of the pipe has closed it.
  case readerGone

  package var kind: ErrorKind {
    switch self {
    case .cannotCreate, .isFolder, .isKept: .cannotCreate
    case .notPermitted: .noPermission
    case .writeFailed: .inputOutput
    case .readerGone: .readerGone
    }
  }
}

extension OutputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotCreate(let path, let reason), .notPermitted(let path, let reason):
      "cannot create \(printable(path)): \(reason); name a file in a folder that you can write to"
    case .isFolder(let path):
      "\(printable(path)) is a folder; name a file in it"
    case .isKept(let path, let kind):
      "\(printable(path)) is \(kind), and is not replaced; name another file"
    case .writeFailed(let path, let reason):
      "cannot write \(printable(path)): \(reason)"
    case .readerGone:
      "nothing reads the output any more"
    }
  }
}

extension KeptFiles.Kind: CustomStringConvertible {
  package var description: String {
    switch self {
    case .database: "a log or another database"
    case .besideDatabase: "the -wal, -shm or -journal file of a log or another database"
    case .privateKey: "a private key"
    case .tokens: "a file of tokens"
    case .memory: "in the folder that remembers signed heads"
    case .capture: "in the folder of the files that are kept beside the log"
    }
  }
}

extension OutputError {
  /// Why the system did not make a file or give it its name; the path is another if it grows beside
  /// its place.
  package static func uncreated(_ error: FileError, at path: String? = nil) -> OutputError {
    let path = path ?? error.path
    return switch error.cause {
    case .noPermission, .readOnly: .notPermitted(path: path, reason: error.reason)
    default: .cannotCreate(path: path, reason: error.reason)
    }
  }

  /// Why the system did not write to a file; the path is another if it grows beside its place.
  package static func unwritten(_ error: FileError, at path: String? = nil) -> OutputError {
    error.cause == .noReader
      ? .readerGone : .writeFailed(path: path ?? error.path, reason: error.reason)
  }
}
