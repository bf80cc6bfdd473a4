import GRDB
package import Transparency

extension EventLog {
  /// Keeps cosignatures of a signed head, durably; those that are kept already are not kept twice.
  ///
  /// - Parameters:
  ///   - cosignatures: what the witness answered.
  ///   - witness: the key that must have made them.
  ///   - size: how many events the head covers, a head that this log signed.
  /// - Throws: ``EventLogError``; `NoteError` if one of them does not hold.
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
