import GRDB
package import Transparency

/// Checkpoints as they are handed out: with the witnesses' signatures behind the log's own, in the
/// order in which they came. Whether any of them holds is for those to ask who have the keys.
extension LogReader {
  /// The checkpoint that was signed last; nil where none was.
  package func lastCosignedCheckpoint() throws -> SignedNote? {
    try size("FROM checkpoint ORDER BY size DESC").flatMap(cosignedCheckpoint)
  }

  /// The first checkpoint that covers the event at a position and that the condition takes.
  ///
  /// Looks at cosigned heads first, and takes one that nobody cosigned only where the condition
  /// takes none of them.
  package func cosignedCheckpoint(
    covering position: Int64, where isEnough: (SignedNote) -> Bool = { _ in true }
  ) throws -> SignedNote? {
    var next = position
    while let size = try size("FROM cosignature WHERE size >= \(next) ORDER BY size") {
      if let note = try cosignedCheckpoint(atSize: size), isEnough(note) { return note }
      next = Int64(size) + 1
    }
    return try size("FROM checkpoint WHERE size >= \(position) ORDER BY size")
      .flatMap(checkpoint(atSize:)).flatMap { isEnough($0) ? $0 : nil }
  }

  /// The first checkpoint that covers the event at a position, whoever cosigned it.
  package func firstCheckpoint(covering position: Int64) throws -> SignedNote? {
    try size("FROM checkpoint WHERE size >= \(position) ORDER BY size").flatMap(cosignedCheckpoint)
  }

  /// The cosigned checkpoints, the largest first, until the body has seen enough and answers false.
  package func forEachCosignedCheckpoint(_ body: (SignedNote) throws -> Bool) throws {
    var last = try size("FROM cosignature ORDER BY size DESC")
    while let size = last, let note = try cosignedCheckpoint(atSize: size) {
      guard try body(note) else { return }
      last = try self.size("FROM cosignature WHERE size < \(size) ORDER BY size DESC")
    }
  }

  /// The checkpoint of a size as the log signed it, by no witness; nil where there is none.
  func checkpoint(atSize size: UInt64) throws -> SignedNote? {
    let rows = try RawStatement(
      "SELECT note FROM checkpoint WHERE size = \(size)", in: database)
    guard try rows.step() else { return nil }
    return try parsed("the checkpoint of \(size) events") { try SignedNote(rows.bytes(0)) }
  }

  private func cosignedCheckpoint(atSize size: UInt64) throws -> SignedNote? {
    guard let note = try checkpoint(atSize: size) else { return nil }
    let rows = try RawStatement(
      "SELECT line FROM cosignature WHERE size = \(size) ORDER BY number", in: database)
    var cosigned = note
    while try rows.step() {
      cosigned = try parsed("a cosignature of \(size) events") {
        try cosigned.adding(NoteSignature.lines(rows.bytes(0)))
      }
    }
    return cosigned
  }

  private func size(_ choice: String) throws -> UInt64? {
    try RawStatement("SELECT size \(choice) LIMIT 1", in: database).firstInteger()
      .map(UInt64.init)
  }

  private func parsed(_ what: String, _ read: () throws -> SignedNote) throws -> SignedNote {
    do {
      return try read()
    } catch let refusal as NoteRefusal {
      throw EventLogError.damaged(path: path, reason: "\(what) cannot be read: \(refusal)")
    }
  }
}
