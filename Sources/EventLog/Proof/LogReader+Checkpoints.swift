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

  /// Refuses a log that did not grow out of a head that was signed of it.
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
    let own = try keys().links.map(\.key).reversed().filter { $0 != key }
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

  /// Refuses a log that did not grow out of its own last checkpoint.
  func checkLastCheckpoint() throws {
    if let last = try lastCheckpoint() { try check(grownFrom: last.checkpoint.head) }
  }
}
