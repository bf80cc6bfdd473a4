package import EventLog
package import Files
import Intake
import Transparency

/// The proof that the last signed head of a log continues one that someone kept.
package struct GrowthProof {
  private let request: AddCheckpointRequest

  /// Proves it for the checkpoint in a file, none of which is believed.
  ///
  /// - Throws: ``ProvingError``; ``HistoryError``, ``ProofError`` if the log did not grow out
  ///   of it.
  package init(from path: String, in log: LogReader) throws {
    let old = try Self.claim(ofNoteAt: path)
    guard let last = try log.lastCosignedCheckpoint() else { throw ProvingError.neverSigned }
    let new = last.checkpoint
    guard old.origin == new.origin else {
      throw ProvingError.badCheckpoint(path: path, reason: "its log is \(old.origin)")
    }
    try log.check(grownFrom: old.head)
    guard old.head.size > 0 else {
      request = try AddCheckpointRequest(
        oldSize: 0, proof: ConsistencyProof(hashes: []), checkpoint: last.note)
      return
    }
    let proof = try log.consistencyProof(from: old.head.size, to: new.head.size)
    try proof.verify(from: old.head, to: new.head)
    request = try AddCheckpointRequest(oldSize: old.head.size, proof: proof, checkpoint: last.note)
  }

  private static func claim(ofNoteAt path: String) throws -> Checkpoint {
    let note = try InputFile.contents(of: path)
    do {
      return try Checkpoint(text: SignedNote(note).text)
    } catch {
      throw ProvingError.badCheckpoint(path: path, reason: "\(error)")
    }
  }

  /// Writes it as the body that a witness is sent (C2SP tlog-witness).
  package func write(to path: String, keeping kept: KeptFiles) throws(OutputError) {
    try OutputFile.write(request.body, to: path, keeping: kept)
  }
}
