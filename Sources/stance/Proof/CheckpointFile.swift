import Intake
import Transparency

/// Checkpoints that people kept as files.
enum CheckpointFile {
  /// The checkpoint of a file, believed under a policy.
  static func signed(_ path: String, policy: CheckpointPolicy) throws -> SignedCheckpoint {
    try signed(path, policy: policy, keys: KeyChain())
  }

  /// The checkpoint of a file, believed under a policy whose key is one of a chain.
  static func signed(
    _ path: String, policy: CheckpointPolicy, keys: KeyChain
  ) throws -> SignedCheckpoint {
    let bytes = try InputFile.contents(of: path)
    do {
      return try opened(bytes, policy: policy, keys: keys)
    } catch {
      throw ProvingRefusal.badCheckpoint(path: path, reason: "\(error)")
    }
  }

  /// A checkpoint, believed under a policy; where its key is one of the chain, by the key of that
  /// chain that was in force.
  static func opened(
    _ note: [UInt8], policy: CheckpointPolicy, keys: KeyChain
  ) throws -> SignedCheckpoint {
    // What the size claims is only used to choose the key, under which it must then hold.
    let size = try? Checkpoint(text: SignedNote(note).text).head.size
    let key = keys.contains(policy.log) ? size.flatMap(keys.key) : nil
    return try SignedCheckpoint(note, policy: policy.signing(by: key ?? policy.log))
  }
}

/// The two files of an event's proof, which verifies without the log.
struct ProofBundle {
  /// The `.tlog-proof`.
  let proofPath: String

  /// The event's bytes, beside it.
  var eventPath: String {
    let ending = ".tlog-proof"
    let stem = proofPath.hasSuffix(ending) ? String(proofPath.dropLast(ending.count)) : proofPath
    return "\(stem).event.json"
  }
}
