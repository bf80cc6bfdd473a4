import ArgumentParser
import EventLog
import Transparency

/// Whose signatures are believed.
struct ProofOptions: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      "The log's public key; left out, that of 'stance key show'.", valueName: "vkey"))
  var key: String?

  @Option(
    name: .customLong("witness"),
    help: ArgumentHelp("A witness's public key; may be repeated.", valueName: "vkey"))
  var witnesses: [String] = []

  /// What a checkpoint must carry; nil where no key is given or configured.
  func policy() throws -> CheckpointPolicy? {
    let log =
      try key.map { try VerifierKey($0) } ?? KeyFile.configured.keyIfThere()?.verifier
    return try log.map {
      try CheckpointPolicy(log: $0, witnesses: witnesses.map { try VerifierKey($0) })
    }
  }

  /// What a checkpoint of a log must carry; nil where the log's key is not known.
  ///
  /// The user's own key says nothing of a log that is somebody else's.
  func policy(forLogOf origin: Origin?) throws -> CheckpointPolicy? {
    let policy = try policy()
    return key == nil && policy?.origin != origin ? nil : policy
  }

  /// What a checkpoint must carry.
  func requiredPolicy() throws -> CheckpointPolicy {
    guard let policy = try policy() else { throw ProvingRefusal.noKey }
    return policy
  }
}
