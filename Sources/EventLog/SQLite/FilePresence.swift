#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What stands at a path, asked before SQLite touches it.
enum FilePresence {
  case missing
  case directory
  case emptyFile
  case file

  /// - Throws: ``EventLogError`` where the path cannot be looked at.
  init(at path: String) throws(EventLogError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      switch errno {
      case ENOENT, ENOTDIR: self = .missing
      default: throw .unreadable(path)
      }
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      self = .directory
    } else {
      self = status.st_size == 0 ? .emptyFile : .file
    }
  }
}

/// Makes a file that does not exist yet, so that of two writers one is refused.
func createExclusively(_ path: String) throws(EventLogError) {
  let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else {
    switch errno {
    case EEXIST: throw .alreadyThere(path: path)
    case EACCES, EPERM, EROFS: throw .noPermission(path: path)
    case let code: throw .cannotCreate(path: path, reason: String(cString: strerror(code)))
    }
  }
  close(descriptor)
}

/// Gives a file the name that it is to have, unless there is a file of that name already.
func nameExclusively(_ path: String, _ name: String) throws(EventLogError) {
  if link(path, name) == 0 {
    removeFile(path)
    return
  }
  switch errno {
  case EEXIST: throw .alreadyThere(path: name)
  // A file system without links.
  case EPERM, ENOTSUP, EMLINK:
    guard try FilePresence(at: name) == .missing else { throw .alreadyThere(path: name) }
    guard rename(path, name) == 0 else { throw .unnamed(name) }
  default:
    throw .unnamed(name)
  }
}

/// The name under which a file grows beside its place.
package func growingPath(for path: String) -> String { "\(path).\(getpid()).part" }

/// Waits until a file, or the names in a directory, are on the disk.
func synchronize(_ path: String) throws(EventLogError) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .unreadable(path) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else {
    throw .inputOutput(path: path, reason: String(cString: strerror(errno)))
  }
}

/// Removes a file that was made in vain; that it may be gone already is no error.
func removeFile(_ path: String) {
  unlink(path)
}

extension EventLogError {
  /// Why the system would not let a file be looked at: what it left in `errno`.
  static func unreadable(_ path: String) -> EventLogError {
    switch errno {
    case EACCES, EPERM: .noPermission(path: path)
    case let code: .inputOutput(path: path, reason: String(cString: strerror(code)))
    }
  }

  /// Why the system would not give a file its name: what it left in `errno`.
  static func unnamed(_ path: String) -> EventLogError {
    .cannotCreate(path: path, reason: String(cString: strerror(errno)))
  }

  /// Why SQLite could not open a log, which it does not tell: no permission, where that is so.
  static func unopened(_ path: String) -> EventLogError {
    let mayWriteBeside = access(directory(of: path), W_OK) == 0
    return access(path, R_OK) == 0 && mayWriteBeside
      ? .inputOutput(path: path, reason: "unable to open it or a file beside it")
      : .noPermission(path: path)
  }
}

/// The directory that holds a path.
package func directory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
