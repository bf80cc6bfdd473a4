import ArgumentParser
import EventLog
import Intake
import JSON
import Stances
import Transparency

/// `stance verify checkpoints`: holds two signed heads of one log against each other.
struct VerifyCheckpoints: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoints",
    abstract: "Check that one signed head of a log continues another.",
    discussion: """
      EXAMPLES
        stance verify checkpoints kept.checkpoint grown.proof --key VKEY
                                                     by what 'stance prove --since' wrote
        stance verify checkpoints kept.checkpoint new.checkpoint
                                                     by the log, which is here
        stance verify checkpoints kept.checkpoint grown.proof --key OLD \\
          --rotation rotation.tlog-proof             where the log's key was replaced
      """)

  @Argument(
    help: ArgumentHelp("The checkpoint that you kept.", valueName: "old"), completion: .file())
  var old: String

  @Argument(
    help: ArgumentHelp("A later checkpoint, or a proof of growth that holds it.", valueName: "new"),
    completion: .file())
  var new: String

  @OptionGroup var proof: ProofOptions
  @OptionGroup var rotations: RotationOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let believed = try proof.requiredPolicy(forNote: InputFile.contents(of: old))
    let keys = try KeyChain(rotations.read(), believing: believed.log)
    let old = try signed(InputFile.contents(of: old), in: old, believed.askingNoQuorum, keys)
    let (new, proof) = try successor(believed.askingNoQuorum, keys)
    let policy = try believed.inForce(for: new.note.bytes, of: keys)
    let ladder = ladder(
      old, new, try proof ?? proofOfLog(from: old, to: new),
      keys.words(on: policy.log, believing: believed.log),
      WitnessedRung(of: new.note.bytes, policy: policy, events: new.checkpoint.head.size))
    try output.write(words: ladder.words, json: ["ladder": ladder.json])
    if ladder.isRefuted { throw ExitStatus.finding.silently }
  }

  /// The later checkpoint, with its proof where the file holds one.
  private func successor(
    _ policy: CheckpointPolicy, _ keys: KeyChain
  ) throws -> (SignedCheckpoint, ConsistencyProof?) {
    let bytes = try InputFile.contents(of: new)
    let request = try? AddCheckpointRequest(body: bytes)
    return (try signed(request?.checkpoint ?? bytes, in: new, policy, keys), request?.proof)
  }

  private func signed(
    _ note: [UInt8], in path: String, _ policy: CheckpointPolicy, _ keys: KeyChain
  ) throws -> SignedCheckpoint {
    do {
      return try CheckpointFile.opened(note, policy: policy, keys: keys)
    } catch {
      let advice = keys.links.isEmpty ? policy.adviceOnOtherKey(of: note) : ""
      throw ProvingError.badCheckpoint(path: path, reason: "\(error)\(advice)")
    }
  }

  /// The proof by the log itself, of which nothing is believed; none where it needs none.
  private func proofOfLog(
    from old: SignedCheckpoint, to new: SignedCheckpoint
  ) throws -> ConsistencyProof {
    let (oldSize, newSize) = (old.checkpoint.head.size, new.checkpoint.head.size)
    guard 0 < oldSize, oldSize < newSize else { return ConsistencyProof(hashes: []) }
    return try log.read { log in
      guard try log.head >= newSize else {
        throw HistoryError.cutBack(signed: newSize, found: UInt64(try log.head))
      }
      return try log.consistencyProof(from: oldSize, to: newSize)
    }
  }

  private func ladder(
    _ old: SignedCheckpoint, _ new: SignedCheckpoint, _ proof: ConsistencyProof,
    _ handover: String, _ witnessed: WitnessedRung
  ) -> ProofLadder {
    let (oldHead, newHead) = (old.checkpoint.head, new.checkpoint.head)
    let sameHistory: ProofLadder.Answer
    do {
      // Every log grew out of none.
      if oldHead.size > 0 { try proof.verify(from: oldHead, to: newHead) }
      sameHistory = .shown(
        "the \(newHead.size) events of the later head begin with the \(oldHead.size) of yours"
          + handover)
    } catch .wrongRoot where oldHead.size == newHead.size {
      sameHistory = .refuted(
        "\(old.checkpoint.origin) signed two roots for \(newHead.size) events; "
          + "keep both files, they prove it")
    } catch {
      sameHistory = .refuted("\(error)")
    }
    return ProofLadder(
      intact: .notShown("two heads say nothing of events; verify the log or a bundle"),
      sameHistory: sameHistory, witnessed: witnessed.answer)
  }
}
