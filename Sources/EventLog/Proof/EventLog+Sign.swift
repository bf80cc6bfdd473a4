import GRDB
package import Transparency

extension EventLog {
  /// Signs the head of the log, which is on the disk, and keeps the checkpoint in the log.
  ///
  /// A head that is signed already is not signed again.
  ///
  /// - Parameters:
  ///   - key: whose name is the log's origin; the first checkpoint binds the log to it.
  ///   - remembered: the checkpoint that this key signed last, as it is kept outside the log.
  ///   - remember: keeps the new one outside the log, durably, before anyone sees it. Between the
  ///     two nobody else may sign with this key.
  /// - Returns: the checkpoint.
  /// - Throws: ``HistoryRefusal`` where the log did not grow out of what was signed before;
  ///   ``EventLogError``; what `remember` throws.
  package func sign(
    with key: SigningKey, remembered: [UInt8]?, remember: (SignedNote) throws -> Void
  ) throws -> SignedNote {
    let policy = try CheckpointPolicy(log: key.verifier)
    return try write { database in
      let reader = LogReader(database: database, path: path)
      let stored = try reader.lastCheckpoint().map { try opened($0, policy) }
      let known = try [stored, remembered.map { try opened($0, policy) }].compactMap { $0 }
      for signed in known { try reader.check(grownFrom: signed.checkpoint.head) }

      let head = try reader.treeHead()
      let note =
        try known.first { $0.checkpoint.head == head }?.note
        ?? key.sign(Checkpoint(origin: policy.origin, head: head))
      try remember(note)
      guard stored?.checkpoint.head != head else { return (note, .rollback) }
      let insert = try RawStatement("INSERT INTO checkpoint VALUES (?, ?)", in: database)
      insert.bind(Int64(head.size), at: 1)
      note.bytes.withUnsafeBytes { insert.bind($0, at: 2) }
      try insert.run()
      return (note, .commit)
    }
  }

  private func opened(
    _ note: [UInt8], _ policy: CheckpointPolicy
  ) throws(HistoryRefusal) -> SignedCheckpoint {
    do {
      return try SignedCheckpoint(note, policy: policy)
    } catch {
      throw .foreignCheckpoint(error)
    }
  }
}
