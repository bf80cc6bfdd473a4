package import EventLog
package import Stances
package import Transparency

/// The proof that an event is in the signed log.
package struct EventProof {
  /// The proof.
  package let proof: TransparencyProof
  /// The event's bytes.
  package let leaf: [UInt8]

  /// Proves an event in the first head that is cosigned, by a quorum if a policy is given; else in
  /// the first one.
  ///
  /// That a key was replaced is proved in the head that both keys signed, no matter who cosigned
  /// it.
  ///
  /// - Throws: ``ProvingError`` if there is no such head; ``EventLogError`` if the log was changed.
  package init(of event: RecordedEvent, in log: LogReader, policy: TrustPolicy?) throws {
    let stored = try Self.checkpoint(in: log, covering: event, policy)
    let head = stored.checkpoint.head
    let inclusion = try log.inclusionProof(of: event.position, inSize: head.size)
    // Only what was checked is handed out; a changed log makes no proof.
    leaf = try log.checkedTree(under: head).leaf(at: event.position)
    try inclusion.verify(.leaf(leaf), in: head)
    proof = TransparencyProof(inclusion: inclusion, checkpoint: stored.note)
  }

  private static func checkpoint(
    in log: LogReader, covering event: RecordedEvent, _ trust: TrustPolicy?
  ) throws -> StoredCheckpoint {
    let position = event.position
    if event.replacesKey, let handover = try log.firstCheckpoint(covering: position) {
      guard trust?.isMet(by: handover.note) ?? true else {
        throw ProvingError.handoverNotWitnessed(position: position)
      }
      return handover
    }
    let found = try log.cosignedCheckpoint(covering: position) { trust?.isMet(by: $0) ?? true }
    if let found { return found }
    let isSigned = try log.cosignedCheckpoint(covering: position) != nil
    throw isSigned
      ? ProvingError.notWitnessedYet(position: position) : .notSignedYet(position: position)
  }
}

extension RecordedEvent {
  /// Whether it replaces the log's key.
  fileprivate var replacesKey: Bool {
    guard case .logKey(let key) = event?.content else { return false }
    return key.replaces != nil
  }
}
