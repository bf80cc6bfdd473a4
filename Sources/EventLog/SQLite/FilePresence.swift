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
      case EACCES: throw .noPermission(path: path)
      case let code: throw .inputOutput(path: path, reason: String(cString: strerror(code)))
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

/// Waits until a file, or the names in a directory, are on the disk.
func synchronize(_ path: String) throws(EventLogError) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0, fsync(descriptor) == 0 else {
    throw .inputOutput(path: path, reason: String(cString: strerror(errno)))
  }
  close(descriptor)
}

/// Removes a file that was made in vain; that it may be gone already is no error.
func removeFile(_ path: String) {
  unlink(path)
}

/// The directory that holds a path.
func directory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
