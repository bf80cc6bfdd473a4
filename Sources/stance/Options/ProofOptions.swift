import ArgumentParser
import EventLog
import Transparency

/// Whose signatures are believed.
struct ProofOptions: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      "The log's public key; default: the policy's, or that of 'stance key show'.",
      valueName: "vkey"))
  var key: String?

  @Option(
    name: .customLong("witness"),
    help: ArgumentHelp("A witness's public key; may be repeated.", valueName: "vkey"))
  var witnesses: [String] = []

  @OptionGroup var trust: PolicyOptions

  /// What the checkpoints of a log must carry; nil where the log's key is not known.
  ///
  /// The user's own key says nothing of a log that is somebody else's.
  func policy(forLogOf origin: Origin?) throws -> CheckpointPolicy? {
    let trust = try trust.read()
    guard let log = try logKey(of: origin, trust) else { return nil }
    let named = try witnesses.map { try VerifierKey($0) }
    return try CheckpointPolicy(
      log: log, witnesses: (trust?.witnesses.map(\.key) ?? []) + named,
      quorum: trust?.quorum ?? .none)
  }

  /// What the checkpoints of the log that a note claims to be of must carry.
  func requiredPolicy(forNote note: [UInt8]) throws -> CheckpointPolicy {
    // Which key to ask is all that the claim decides; the note is held against it afterwards.
    let origin = try? Checkpoint(text: SignedNote(note).text).origin
    guard let policy = try policy(forLogOf: origin) else { throw ProvingError.noKey }
    return policy
  }

  /// Whether a policy is given that asks witnesses to have cosigned.
  func asksQuorum() throws -> Bool {
    try (trust.read()?.quorum ?? .none) != .none
  }

  private func logKey(of origin: Origin?, _ trust: TrustPolicy?) throws -> VerifierKey? {
    let given = try key.map { try VerifierKey($0) }
    if let path = self.trust.path, let trust, !trust.logs.isEmpty, let origin {
      guard let listed = trust.log(of: origin)?.key, given == nil || given == listed else {
        throw ProvingError.unlistedLog(path: path)
      }
      return listed
    }
    if let given { return given }
    let own = try KeyFile.configured.keyIfThere()?.verifier
    return own.flatMap { origin == nil || Origin($0.name) == origin ? $0 : nil }
  }
}
