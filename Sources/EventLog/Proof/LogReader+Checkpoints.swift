import GRDB
package import Stances
package import Transparency

extension LogReader {
  /// The size of the head that was signed last; 0 if none was.
  func lastSignedSize() throws -> UInt64 {
    try lastCheckpoint()?.checkpoint.head.size ?? 0
  }

  /// The name that the log's first key binds it to.
  package func origin() throws -> Origin? {
    try keys().origin
  }

  /// Refuses a log that did not grow out of a signed head of it.
  package func check(grownFrom old: TreeHead) throws {
    let head = try treeHead()
    guard old.size <= head.size else {
      throw HistoryError.cutBack(signed: old.size, found: head.size)
    }
    guard old.size > 0 else { return }
    do {
      try consistencyProof(from: old.size, to: head.size).verify(from: old, to: head)
    } catch is ProofError {
      throw HistoryError.rewritten(size: old.size)
    }
  }

  /// Refuses a log that did not grow out of a checkpoint signed by one of its keys, or by another.
  package func check(grownFrom note: [UInt8], orSignedBy key: VerifierKey?) throws {
    try check(grownFrom: opened(note, orBy: key).checkpoint.head)
  }

  /// A checkpoint that one of the log's keys signed, or another key: an older copy of the log does
  /// not know the later ones.
  func opened(_ note: [UInt8], orBy key: VerifierKey?) throws -> SignedCheckpoint {
    try keys().opened(note, orBy: key)
  }

  /// Refuses a log that did not grow out of its own last checkpoint.
  func checkLastCheckpoint() throws {
    if let last = try lastCheckpoint() { try check(grownFrom: last.checkpoint.head) }
  }
}

extension KeyChain {
  /// A checkpoint that one of these keys signed, or another key.
  func opened(_ note: [UInt8], orBy key: VerifierKey?) throws -> SignedCheckpoint {
    let own = links.map(\.key).reversed().filter { $0 != key }
    var first: SignedCheckpointError?
    for policy in try ([key].compactMap { $0 } + own).map({ try CheckpointPolicy(log: $0) }) {
      do {
        return try SignedCheckpoint(note, policy: policy)
      } catch {
        first = first ?? error
      }
    }
    throw first.map(HistoryError.foreignCheckpoint) ?? LogKeyError.unnamed
  }
}

/// A checkpoint of the log, as it can be handed out.
///
/// Whether its signatures are valid is for holders of the keys to check.
package struct StoredCheckpoint: Hashable, Sendable {
  /// The note with the log's own signatures, then, if they were asked for, the witnesses' in the
  /// order in which they came.
  package fileprivate(set) var note: SignedNote
  /// What the note claims.
  package let checkpoint: Checkpoint
}

extension LogReader {
  /// The checkpoint that was signed last; nil if none was.
  package func lastCheckpoint() throws -> StoredCheckpoint? {
    try storedCheckpoint("ORDER BY size DESC")
  }

  /// The checkpoint of a size; nil if there is none.
  func checkpoint(atSize size: UInt64) throws -> StoredCheckpoint? {
    try storedCheckpoint("WHERE size = ?", Int64(clamping: size))
  }

  /// The checkpoint that was signed last, with its cosignatures; nil if none was.
  package func lastCosignedCheckpoint() throws -> StoredCheckpoint? {
    try lastCheckpoint().map(cosigned)
  }

  /// The first checkpoint that covers the event at a position and that the condition takes.
  ///
  /// Looks at cosigned heads first, and takes one without cosignatures only if the condition takes
  /// none of them.
  package func cosignedCheckpoint(
    covering position: Position, where isEnough: (SignedNote) -> Bool = { _ in true }
  ) throws -> StoredCheckpoint? {
    var next = position
    while let size = try cosignedSize("WHERE size >= \(next) ORDER BY size") {
      if let found = try cosignedCheckpoint(atSize: size), isEnough(found.note) { return found }
      next = Position(treeSize: size + 1)
    }
    let first = try storedCheckpoint("WHERE size >= ? ORDER BY size", position.number)
    return first.flatMap { isEnough($0.note) ? $0 : nil }
  }

  /// The first checkpoint that covers the event at a position, cosigned or not.
  package func firstCheckpoint(covering position: Position) throws -> StoredCheckpoint? {
    try storedCheckpoint("WHERE size >= ? ORDER BY size", position.number).map(cosigned)
  }

  /// The cosigned checkpoints, the largest first, until the body answers false.
  package func forEachCosignedCheckpoint(_ body: (StoredCheckpoint) throws -> Bool) throws {
    var last = try cosignedSize("ORDER BY size DESC")
    while let size = last, let found = try cosignedCheckpoint(atSize: size) {
      guard try body(found) else { return }
      last = try cosignedSize("WHERE size < \(size) ORDER BY size DESC")
    }
  }

  private func cosignedCheckpoint(atSize size: UInt64) throws -> StoredCheckpoint? {
    try checkpoint(atSize: size).map(cosigned)
  }

  private func cosignedSize(_ choice: String) throws -> UInt64? {
    try RawStatement("SELECT size FROM cosignature \(choice) LIMIT 1", in: database)
      .firstInteger().map { UInt64(clamping: $0) }
  }

  private func storedCheckpoint(_ choice: String, _ size: Int64? = nil) throws -> StoredCheckpoint?
  {
    let rows = try RawStatement(
      shared: "SELECT size, note FROM checkpoint \(choice) LIMIT 1", in: database)
    defer { rows.reset() }
    if let size { rows.bind(size, at: 1) }
    guard try rows.step() else { return nil }
    let size = rows.integer(0)
    let note = try readable("the checkpoint of \(size) events") { () throws(NoteError) in
      try SignedNote(rows.bytes(1))
    }
    let checkpoint = try readable("the checkpoint of \(size) events") {
      () throws(CheckpointError) in
      try Checkpoint(text: note.text)
    }
    guard checkpoint.head.size == UInt64(exactly: size) else {
      throw EventLogError.damaged(
        path: path, reason: "the checkpoint of \(size) events is of \(checkpoint.head.size)")
    }
    return StoredCheckpoint(note: note, checkpoint: checkpoint)
  }

  private func cosigned(_ stored: StoredCheckpoint) throws -> StoredCheckpoint {
    let size = stored.checkpoint.head.size
    let rows = try RawStatement(
      "SELECT line FROM cosignature WHERE size = \(size) ORDER BY number", in: database)
    var cosigned = stored
    while try rows.step() {
      cosigned.note = try readable("a cosignature of \(size) events") { () throws(NoteError) in
        try cosigned.note.adding(NoteSignature.lines(rows.bytes(0)))
      }
    }
    return cosigned
  }
}
