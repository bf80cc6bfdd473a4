import Intake
import Transparency

/// Checkpoints that people kept as files.
enum CheckpointFile {
  /// The checkpoint of a file, believed under a policy.
  static func signed(_ path: String, policy: CheckpointPolicy) throws -> SignedCheckpoint {
    let bytes = try InputFile.contents(of: path)
    do {
      return try SignedCheckpoint(bytes, policy: policy)
    } catch {
      throw ProvingRefusal.badCheckpoint(path: path, reason: "\(error)")
    }
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
