import GRDB
package import Transparency

extension LogReader {
  /// The checkpoint that was signed last, as it was written; nil where none was.
  package func lastCheckpoint() throws -> [UInt8]? {
    try checkpoint("ORDER BY size DESC")
  }

  /// The size of the head that was signed last; 0 where none was.
  func lastSignedSize() throws -> UInt64 {
    try lastCheckpoint().map { try claim(of: $0).head.size } ?? 0
  }

  /// The name that the log's first key binds it to.
  package func origin() throws -> Origin? {
    try keys().origin
  }

  /// Refuses a log that did not grow out of a head that was signed of it.
  package func check(grownFrom old: TreeHead) throws {
    let head = try treeHead()
    guard old.size <= head.size else {
      throw HistoryRefusal.cutBack(signed: old.size, found: head.size)
    }
    guard old.size > 0 else { return }
    do {
      try consistencyProof(from: old.size, to: head.size).verify(from: old, to: head)
    } catch is ProofRefusal {
      throw HistoryRefusal.rewritten(size: old.size)
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
    var first: SignedCheckpointRefusal?
    for policy in try ([key].compactMap { $0 } + own).map({ try CheckpointPolicy(log: $0) }) {
      do {
        return try SignedCheckpoint(note, policy: policy)
      } catch {
        first = first ?? error
      }
    }
    throw first.map(HistoryRefusal.foreignCheckpoint) ?? LogKeyRefusal.unnamed
  }

  /// Refuses a log that did not grow out of its own last checkpoint.
  func checkLastCheckpoint() throws {
    if let last = try lastCheckpoint() { try check(grownFrom: claim(of: last).head) }
  }

  /// What a stored checkpoint claims; whether it is signed is not asked here.
  private func claim(of note: [UInt8]) throws -> Checkpoint {
    do {
      return try Checkpoint(text: SignedNote(note).text)
    } catch {
      throw EventLogError.damaged(path: path, reason: "a checkpoint cannot be read: \(error)")
    }
  }

  private func checkpoint(_ choice: String) throws -> [UInt8]? {
    let rows = try RawStatement(
      shared: "SELECT note FROM checkpoint \(choice) LIMIT 1", in: database)
    defer { rows.reset() }
    return try rows.step() ? Array(rows.bytes(0)) : nil
  }
}
