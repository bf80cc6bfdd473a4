import ArgumentParser
import EventLog
import Intake
import Projections
import Stances
import Transparency

/// `stance prove`: writes what others need to check the log without having it.
struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove that an event is in the signed log, or that the log only grew.",
    discussion: """
      EXAMPLES
        stance prove lenovo-2022-03-halts-shipments -o halt.tlog-proof
                                                     and halt.event.json beside it
        stance prove 42 -o 42.tlog-proof             by position
        stance prove 42 -o 42.tlog-proof --policy witnesses.policy
                                                     in a head with its quorum
        stance prove log-key-c9e43667 -o rotation.tlog-proof
                                                     that a key replaced another
        stance prove --since kept.checkpoint -o grown.proof
                                                     that the last signed head
                                                     continues this one

      An event's proof is a C2SP .tlog-proof. A proof of growth is what a C2SP
      witness is sent: the old size, the hashes, the new checkpoint.
      """)

  @Argument(help: ArgumentHelp("The event's id or position.", valueName: "event"))
  var event: String?

  @Option(
    help: ArgumentHelp("A checkpoint that someone kept.", valueName: "checkpoint"),
    completion: .file())
  var since: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The proof's file.", valueName: "file"))
  var output: String

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    switch (event, since) {
    case (let event?, nil): try prove(event)
    case (nil, let since?): try proveGrowth(since: since)
    default: throw ProvingError.nothingAsked
    }
  }

  private func prove(_ name: String) throws {
    let (proof, leaf) = try log.read { log in
      let event = try log.requiredEvent(name)
      let position = event.position
      let stored = try checkpoint(in: log, covering: event)
      let head = stored.checkpoint.head
      let inclusion = try log.inclusionProof(of: position, inSize: head.size)
      let leaf = try log.leaves(inclusion.index..<inclusion.index + 1)[0]
      // What is handed out has been checked; a changed log makes no proof.
      try inclusion.verify(.leaf(leaf), in: head)
      return (TransparencyProof(inclusion: inclusion, checkpoint: stored.note), leaf)
    }
    try OutputFile.write(leaf, to: ProofBundle(proofPath: output).eventPath)
    try OutputFile.write(proof.bytes, to: output)
  }

  /// The checkpoint to prove an event in: the first that is cosigned, by a quorum where a policy is
  /// given; else the first.
  ///
  /// That a key was replaced is proven in the head that both keys signed, whoever cosigned it.
  private func checkpoint(in log: LogReader, covering event: RecordedEvent)
    throws -> StoredCheckpoint
  {
    let trust = try policy.read()
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

  private func proveGrowth(since path: String) throws {
    let kept = try InputFile.contents(of: path)
    let request = try log.read { log in
      guard let last = try log.lastCosignedCheckpoint() else { throw ProvingError.neverSigned }
      let new = last.checkpoint
      let old = try claim(of: kept, path)
      guard old.origin == new.origin else {
        throw ProvingError.badCheckpoint(path: path, reason: "its log is \(old.origin)")
      }
      try log.check(grownFrom: old.head)
      guard old.head.size > 0 else {
        return try AddCheckpointRequest(
          oldSize: 0, proof: ConsistencyProof(hashes: []), checkpoint: last.note)
      }
      let proof = try log.consistencyProof(from: old.head.size, to: new.head.size)
      try proof.verify(from: old.head, to: new.head)
      return try AddCheckpointRequest(oldSize: old.head.size, proof: proof, checkpoint: last.note)
    }
    try OutputFile.write(request.body, to: output)
  }

  private func claim(of note: [UInt8], _ path: String) throws -> Checkpoint {
    do {
      return try Checkpoint(text: SignedNote(note).text)
    } catch {
      throw ProvingError.badCheckpoint(path: path, reason: "\(error)")
    }
  }
}

extension RecordedEvent {
  /// Whether it puts a key in the place of the log's.
  fileprivate var replacesKey: Bool {
    guard case .logKey(let key) = event?.content else { return false }
    return key.replaces != nil
  }
}
