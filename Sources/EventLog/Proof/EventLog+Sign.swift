import GRDB
import Synchronization
package import Transparency

extension EventLog {
  /// Signs the head of the log, which is on the disk, and keeps the checkpoint in the log.
  ///
  /// A head that is signed already is not signed again.
  ///
  /// - Parameters:
  ///   - key: the key in force, which the log's events name.
  ///   - old: the key that it replaced, which signs the first head since then as well.
  ///   - remembered: the checkpoint that this key signed last, as kept outside the log.
  ///   - remember: keeps the new one outside the log, durably, before anyone sees it. Between the
  ///     two no one else may sign with this key.
  /// - Returns: the checkpoint.
  /// - Throws: ``LogKeyError`` if the key is not the one in force; ``HistoryError``
  ///   if the log did not grow out of what was signed before; ``EventLogError``, above all if an
  ///   event since the last signed head is not the one that the tree has; what `remember` throws.
  package func sign(
    with key: SigningKey, replacing old: SigningKey? = nil, remembered: [UInt8]?,
    remember: (SignedNote) throws -> Void
  ) throws -> SignedNote {
    // What `remember` has on the disk is there for the next signature, should this row be lost.
    return try write(.keptElsewhere) { database in
      let reader = LogReader(database: database, path: path)
      let chain = try reader.keys()
      let inLog = try reader.lastCheckpoint()?.note.bytes
      let stored = try inLog.map { try opened($0, in: chain, orBy: key.verifier) }
      // Mostly the log's last checkpoint is the one that is remembered.
      let outside =
        try remembered == inLog
        ? nil : remembered.map { try opened($0, in: chain, orBy: key.verifier) }
      let known = [stored, outside].compactMap { $0 }
      for signed in known { try reader.check(grownFrom: signed.head) }

      try chain.check(key.verifier)
      let head = try reader.check(eventsSince: stored?.head ?? .empty)
      let signers = chain.signers(ofSize: head.size, previous: stored?.head.size)
      let note =
        try known.first { $0.head == head }?.note
        ?? signed(head, by: signers, with: [old, key].compactMap { $0 })
      try remember(note)
      guard stored?.head != head else { return (note, .rollback) }
      let insert = try RawStatement(
        shared: "INSERT INTO checkpoint VALUES (?, ?)", in: database)
      insert.bind(Int64(head.size), at: 1)
      note.bytes.withUnsafeBytes { insert.bind($0, at: 2) }
      try insert.insert()
      return (note, .commit)
    }
  }

  /// A checkpoint that a key of the log signed, or another key.
  ///
  /// What this object signed last with that key is not verified again: its bytes are compared.
  private func opened(
    _ note: [UInt8], in chain: KeyChain, orBy key: VerifierKey
  ) throws -> SignedHead {
    if let last = lastSigned.withLock(\.self), last.key == key, last.head.note.bytes == note {
      return last.head
    }
    let signed = try chain.opened(note, orBy: key)
    return SignedHead(head: signed.checkpoint.head, note: signed.note)
  }

  /// The note of a head with the signatures that it must have.
  private func signed(
    _ head: TreeHead, by signers: [VerifierKey], with keys: [SigningKey]
  ) throws -> SignedNote {
    let notes = try signers.map { signer in
      guard let key = keys.first(where: { $0.verifier == signer }) else {
        throw LogKeyError.unfinishedRotation(position: head.size)
      }
      return try key.sign(Checkpoint(origin: Origin(signer.name), head: head))
    }
    guard let first = notes.first, let key = signers.last else { throw LogKeyError.unnamed }
    let note = try first.adding(notes.dropFirst().flatMap(\.signatures))
    lastSigned.withLock { $0 = (key, SignedHead(head: head, note: note)) }
    return note
  }
}

/// A head with the note that the log's key made of it.
struct SignedHead: Sendable {
  let head: TreeHead
  let note: SignedNote
}

extension EventLog {
  /// Keeps cosignatures of a signed head, durably; those that are kept already are not kept twice.
  ///
  /// - Parameters:
  ///   - cosignatures: what the witness answered.
  ///   - witness: the key that must have made them.
  ///   - size: how many events the head covers, a head that this log signed.
  /// - Throws: ``EventLogError``; `NoteError` if one of them is invalid; `PolicyError` if the witness
  ///   is the log itself.
  package func keep(
    _ cosignatures: [NoteSignature], of witness: VerifierKey, atSize size: UInt64
  ) throws {
    guard purpose == .appending else { throw EventLogError.openedForReading(path: path) }
    try write { database in
      let reader = LogReader(database: database, path: path)
      guard let stored = try reader.checkpoint(atSize: size) else {
        throw EventLogError.damaged(
          path: path, reason: "the checkpoint of \(size) events is missing")
      }
      guard try !reader.keys().contains(publicKeyOf: witness) else {
        throw PolicyError.ownKeyAsWitness(witness.name)
      }
      _ = try stored.note.adding(cosignatures).verified(by: [witness])
      let insert = try RawStatement(
        """
        INSERT INTO cosignature
        SELECT (SELECT coalesce(max(number), 0) + 1 FROM cosignature), ?1, ?2
        WHERE NOT EXISTS (SELECT 1 FROM cosignature WHERE size = ?1 AND line = ?2)
        """, in: database)
      for cosignature in cosignatures {
        insert.bind(Int64(size), at: 1)
        cosignature.line.withUnsafeBytes { insert.bind($0, at: 2) }
        try insert.run()
      }
      return ((), .commit)
    }
  }
}
