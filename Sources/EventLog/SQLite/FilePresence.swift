import Files

/// What is at a path, asked before SQLite touches it.
enum FilePresence {
  case missing
  case directory
  case emptyFile
  case file
  /// A pipe, a socket or a device.
  case stream

  /// - Throws: ``EventLogError`` if the path cannot be looked at.
  init(at path: String) throws(EventLogError) {
    let status = try EventLogError.ifUnreadable { () throws(FileError) in
      try FileStatus.ifThere(path)
    }
    self =
      switch (status?.kind, status?.size) {
      case (nil, _): .missing
      case (.folder, _): .directory
      case (.stream, _): .stream
      case (_, 0): .emptyFile
      case _: .file
      }
  }
}

/// Refuses a name that has no room for the longest that SQLite makes of it, that of its journal: an
/// empty file would be left.
func checkRoom(besides path: String) throws(EventLogError) {
  guard hasRoom(forEnding: "-journal", after: path) else {
    throw .cannotCreate(path: path, reason: "its name is too long")
  }
}

/// Makes a file that does not exist yet, so that of two writers one is refused.
func createExclusively(
  _ path: String, _ mode: FileMode = .readable
) throws(EventLogError) {
  try checkRoom(besides: path)
  do {
    _ = try OpenFile(path, for: .creating(mode))
  } catch {
    switch error.cause {
    case .alreadyThere: throw .alreadyThere(path: path)
    case .noPermission, .readOnly: throw .noPermission(path: path)
    default: throw .cannotCreate(path: path, reason: error.reason)
    }
  }
}

/// Gives a file the name that it is to have, unless there is a file of that name already.
func nameExclusively(_ path: String, _ name: String) throws(EventLogError) {
  do {
    try moveExclusively(path, to: name)
  } catch  where error.cause == .alreadyThere {
    throw .alreadyThere(path: name)
  } catch  where [.noPermission, .readOnly].contains(error.cause) {
    throw .noPermission(path: name)
  } catch {
    throw .cannotCreate(path: name, reason: error.reason)
  }
}

extension EventLogError {
  /// Runs what looks at a file; if the system does not allow it, that is the log's error.
  static func ifUnreadable<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(EventLogError) -> Result {
    do {
      return try body()
    } catch {
      switch error.cause {
      case .noPermission: throw .noPermission(path: error.path)
      case .tooManyOpen: throw .tooManyOpenFiles(path: error.path)
      default: throw .inputOutput(path: error.path, reason: error.reason)
      }
    }
  }

  /// Why SQLite could not open a log, which SQLite does not say: too many files are
  /// open, or there is no permission, if that is so.
  static func unopened(_ path: String) -> EventLogError {
    // A few, because SQLite has closed some of its own by now.
    guard (try? Resources.check(threads: 0, files: 4)) != nil else {
      return .tooManyOpenFiles(path: path)
    }
    return mayRead(path) && mayWrite(directory(of: path))
      ? .inputOutput(path: path, reason: "unable to open it or a file beside it")
      : .noPermission(path: path)
  }
}
