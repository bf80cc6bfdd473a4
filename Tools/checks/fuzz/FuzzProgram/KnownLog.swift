import Transparency

/// A log of nine events whose heads one key signed; nothing else was ever signed under that key.
///
/// So anything that verifies must be of this log: the fuzzer is not expected to forge a signature.
enum KnownLog {
  static let key = read("the sample key") { try SampleKeys.log() }
  static let witness = read("the sample witness") {
    try SampleKeys.Witness("w.example", seed: 3)
  }
  static let log = read("the sample log") {
    try MemoryLog((0..<9).map { [UInt8(ascii: "{"), $0, UInt8(ascii: "}")] })
  }
  static let heads = (0...9).map { size in
    read("a head") { try log.head(ofSize: UInt64(size)) }
  }
  static let policy = read("the sample policy") {
    try CheckpointPolicy(log: key.verifier, witnesses: [witness.verifier])
  }

  /// The checkpoint at a size, signed by the log and its witness.
  static func checkpoint(ofSize size: Int) -> SignedNote {
    read("a checkpoint") {
      let note = try key.sign(Checkpoint(origin: policy.origin, head: heads[size]))
      return try note.adding([witness.cosign(note.text, at: 1_651_836_896)])
    }
  }

  /// What a stranger's bytes say of this log, if it vouches for them.
  static func opened(_ bytes: [UInt8]) -> Checkpoint? {
    guard let signed = try? SignedCheckpoint(bytes, policy: policy) else { return nil }
    let checkpoint = signed.checkpoint
    hold(checkpoint.origin == policy.origin, "another log's checkpoint verifies")
    hold(heads.contains(checkpoint.head), "a head verifies that was never signed")
    hold(checkpoint.extensions.isEmpty, "a checkpoint verifies that was never signed")
    return checkpoint
  }
}
