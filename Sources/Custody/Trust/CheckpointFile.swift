import Intake
import Transparency

/// Checkpoints that people kept as files.
enum CheckpointFile {
  /// The checkpoint of a file, believed under a policy whose key is one of a chain.
  static func signed(
    _ path: String, policy: CheckpointPolicy, keys: KeyChain
  ) throws -> SignedCheckpoint {
    let bytes = try InputFile.contents(of: path)
    do {
      return try opened(bytes, policy: policy, keys: keys)
    } catch {
      throw ProvingError.badCheckpoint(path: path, reason: "\(error)")
    }
  }

  /// A checkpoint, believed under a policy; if its key is one of the chain, by the key of that
  /// chain that was in force.
  static func opened(
    _ note: [UInt8], policy: CheckpointPolicy, keys: KeyChain
  ) throws -> SignedCheckpoint {
    try SignedCheckpoint(note, policy: policy.inForce(for: note, of: keys))
  }
}

extension CheckpointPolicy {
  /// The policy with the key that was in force at a note's size, if its own is one of a chain.
  func inForce(for note: [UInt8], of keys: KeyChain) throws -> CheckpointPolicy {
    // What the size claims is only used to choose the key, under which it must then be valid.
    let size = try? Checkpoint(text: SignedNote(note).text).head.size
    let key = keys.contains(log) ? size.flatMap(keys.key) : nil
    return try signing(by: key ?? log)
  }

  /// What may help if a note is signed only by another key of the log's name; otherwise nothing.
  func adviceOnOtherKey(of note: [UInt8]) -> String {
    let lines = (try? SignedNote(note))?.signatures.filter { $0.name == log.name } ?? []
    return lines.isEmpty || lines.contains { $0.id == log.id }
      ? "" : "; if the log's key was replaced, give the proof of that event with --rotation"
  }
}
