import GRDB
package import Transparency

extension LogReader {
  /// The checkpoint that was signed last, as it was written; nil where none was.
  package func lastCheckpoint() throws -> [UInt8]? {
    try checkpoint("ORDER BY size DESC")
  }

  /// The first checkpoint that covers the event at a position, as it was written.
  package func checkpoint(covering position: Int64) throws -> [UInt8]? {
    try checkpoint("WHERE size >= \(position) ORDER BY size")
  }

  /// The name under which the log's first checkpoint was signed, and all after it must be.
  package func origin() throws -> Origin? {
    try checkpoint("ORDER BY size").map { try claim(of: $0).origin }
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
