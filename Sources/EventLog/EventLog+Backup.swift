import GRDB

extension EventLog {
  /// Copies one consistent state of the log into a new file, whatever is appended meanwhile.
  ///
  /// The copy is on the disk when this returns; a file that is there already is left alone. Throws
  /// ``EventLogError``.
  package func backup(to destination: String) throws {
    try createExclusively(destination)
    do {
      try withLogErrors(path: destination) {
        let copy = try DatabaseQueue(path: destination)
        try queue.backup(to: copy)
        try copy.close()
      }
      try synchronize(destination)
      try synchronize(directory(of: destination))
    } catch {
      removeFile(destination)
      removeFile("\(destination)-journal")
      throw error
    }
  }
}
