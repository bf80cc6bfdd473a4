package import EventLog
import Intake
package import Stances
import Transparency

/// Two signed heads of one log: whether the later continues the one that someone kept.
package struct CheckpointComparison {
  private let believed: CheckpointPolicy
  private let keys: KeyChain
  private let old: SignedCheckpoint
  private let new: SignedCheckpoint
  /// What the later file has in addition to the head.
  private let proof: ConsistencyProof?

  /// Reads the two.
  ///
  /// - Parameters:
  ///   - old: the file of the checkpoint that was kept.
  ///   - new: the file of a later one, or of a proof of growth to it.
  ///   - trust: whose signatures are believed.
  ///   - rotations: the proofs by which keys that were replaced are followed.
  /// - Throws: ``ProvingError``, ``KeyRotationError``.
  package init(
    from old: String, to new: String, trust: TrustChoice, rotations: [ProofBundle]
  ) throws {
    let kept = try InputFile.contents(of: old)
    believed = try trust.requiredPolicy(forNote: kept)
    keys = try KeyChain(rotations.map { try KeyRotation($0) }, believing: believed.log)
    self.old = try Self.signed(kept, at: old, believed.askingNoQuorum, keys)
    let later = try InputFile.contents(of: new)
    let request = try? AddCheckpointRequest(body: later)
    self.new = try Self.signed(
      request?.checkpoint ?? later, at: new, believed.askingNoQuorum, keys)
    proof = request?.proof
  }

  private static func signed(
    _ note: [UInt8], at path: String, _ policy: CheckpointPolicy, _ keys: KeyChain
  ) throws -> SignedCheckpoint {
    do {
      return try CheckpointFile.opened(note, policy: policy, keys: keys)
    } catch {
      let advice = keys.links.isEmpty ? policy.adviceOnOtherKey(of: note) : ""
      throw ProvingError.badCheckpoint(path: path, reason: "\(error)\(advice)")
    }
  }

  /// What it shows; the log, none of which is believed, is opened only if there is no proof.
  package func report(
    now: Timestamp, openingLog log: () throws -> EventLog
  ) throws -> VerificationReport {
    let policy = try believed.inForce(for: new.note.bytes, of: keys)
    return VerificationReport(
      intact: .notShown("two heads prove no single event; verify the log or a bundle"),
      sameHistory: sameHistory(
        by: try proof ?? proofOfLog(log),
        handover: keys.words(on: policy.log, believing: believed.log)),
      witnessed: WitnessedClaim(
        of: new.note.bytes, policy: policy, events: new.checkpoint.head.size,
        times: PlausibleTimes(since: nil, now: now)
      ).outcome)
  }

  /// The proof by the log itself; none if it needs none.
  private func proofOfLog(_ log: () throws -> EventLog) throws -> ConsistencyProof {
    let (oldSize, newSize) = (old.checkpoint.head.size, new.checkpoint.head.size)
    guard 0 < oldSize, oldSize < newSize else { return ConsistencyProof(hashes: []) }
    return try log().read { log in
      guard try log.head.treeSize >= newSize else {
        throw HistoryError.cutBack(signed: newSize, found: try log.head.treeSize)
      }
      return try log.consistencyProof(from: oldSize, to: newSize)
    }
  }

  private func sameHistory(
    by proof: ConsistencyProof, handover: String
  ) -> VerificationReport.Outcome {
    let (oldHead, newHead) = (old.checkpoint.head, new.checkpoint.head)
    guard oldHead.size > 0 else {
      return .notShown("your head is of no events, and every log continues that; keep a later one")
    }
    do {
      try proof.verify(from: oldHead, to: newHead)
      return .shown(
        "the \(newHead.size) events of the later head begin with the \(oldHead.size) of yours"
          + handover)
    } catch .wrongRoot where oldHead.size == newHead.size {
      return .refuted(
        "\(old.checkpoint.origin) signed two roots for \(newHead.size) events; "
          + "keep both files, they prove it")
    } catch {
      return .refuted("\(error)")
    }
  }
}
