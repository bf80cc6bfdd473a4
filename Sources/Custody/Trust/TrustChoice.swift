import Intake
package import Transparency

/// Whose signatures a user trusts.
package struct TrustChoice: Sendable {
  /// The log's public key; nil for that of the policy, else of the user's own.
  private let key: String?
  /// The public keys of witnesses in addition to those of the policy.
  private let witnesses: [String]
  /// The policy, if one is given.
  package let policyFile: PolicyFile?
  /// Where the user's own key is.
  private let own: UserFiles

  /// What a user gave, read only when it is asked for.
  package init(key: String?, witnesses: [String], policyFile: PolicyFile?, own: UserFiles) {
    self.key = key
    self.witnesses = witnesses
    self.policyFile = policyFile
    self.own = own
  }

  /// What the checkpoints of a log must carry; nil if the log's key is not known.
  ///
  /// The user's own key says nothing about someone else's log.
  package func policy(forLogOf origin: Origin?) throws -> CheckpointPolicy? {
    let trust = try policyFile?.read()
    guard let log = try logKey(of: origin, trust) else { return nil }
    return try CheckpointPolicy(
      log: log, witnesses: (trust?.witnesses.map(\.key) ?? []) + witnessKeys(),
      quorum: trust?.quorum ?? .none)
  }

  /// What the checkpoints of the log that a note claims to be of must carry.
  package func requiredPolicy(forNote note: [UInt8]) throws -> CheckpointPolicy {
    // Which key to ask is all that the claim decides; the note is checked under it afterwards.
    let origin = try? Checkpoint(text: SignedNote(note).text).origin
    guard let policy = try policy(forLogOf: origin) else { throw ProvingError.noKey }
    return policy
  }

  /// Whether a policy is given that asks witnesses to have cosigned.
  func asksQuorum() throws -> Bool {
    try (policyFile?.read().quorum ?? .none) != .none
  }

  /// The witnesses that are named one by one.
  func witnessKeys() throws -> [VerifierKey] { try witnesses.map { try VerifierKey($0) } }

  private func logKey(of origin: Origin?, _ trust: TrustPolicy?) throws -> VerifierKey? {
    let given = try key.map { try VerifierKey($0) }
    if let policyFile, let trust, !trust.logs.isEmpty, let origin {
      guard let listed = trust.log(of: origin)?.key, given == nil || given == listed else {
        throw ProvingError.unlistedLog(path: policyFile.path)
      }
      return listed
    }
    if let given { return given }
    // A user who has no place for a key has none.
    let own = try (try? own.key)?.keyIfThere()?.verifier
    return own.flatMap { origin == nil || Origin($0.name) == origin ? $0 : nil }
  }
}

/// A file that names logs, witnesses and a quorum of them (C2SP tlog-policy).
package struct PolicyFile: Sendable {
  let path: String

  /// The file at a path.
  package init(path: String) {
    self.path = path
  }

  /// The policy.
  package func read() throws -> TrustPolicy {
    let bytes = try InputFile.contents(of: path)
    do throws(TrustPolicyError) {
      return try TrustPolicy(bytes)
    } catch {
      throw ProvingError.badPolicy(path: path, error)
    }
  }
}
