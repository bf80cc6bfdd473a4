import Files
import GRDB

extension EventLog {
  /// Copies one consistent state of the log into a new file, whatever is appended meanwhile.
  ///
  /// The file is written atomically: it grows beside its place, and gets its name when it has been
  /// verified and is on the disk. A file that is there already is left alone.
  ///
  /// - Returns: the head of the copy.
  /// - Throws: ``EventLogError``; above all where the log is damaged, and so a copy would be.
  @discardableResult
  package func backup(to destination: String) throws -> Int64 {
    guard try FilePresence(at: destination) == .missing else {
      throw EventLogError.alreadyThere(path: destination)
    }
    let growing = growingPath(for: destination)
    try createExclusively(growing)
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { removeFile(growing + suffix) } }
    try withLogErrors(path: destination) {
      let copy = try DatabaseQueue(path: growing)
      try queue.backup(to: copy)
      try copy.close()
    }
    try still?.check()
    let verification = try EventLog.open(at: growing, for: .reading).verify()
    if let finding = verification.findings.first {
      throw EventLogError.damaged(path: path, reason: "\(finding)")
    }
    try EventLogError.ifUnreadable { () throws(FileError) in try synchronize(growing) }
    try nameExclusively(growing, destination)
    try EventLogError.ifUnreadable { () throws(FileError) in
      try synchronize(directory(of: destination))
    }
    return verification.events
  }
}
