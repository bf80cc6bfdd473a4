import Custody
import EventLog
import Stances
import TestSupport
import Testing
import Transparency

@Suite("What is shown of a log, claim by claim")
struct VerificationTests {
  let signed: SignedLog

  init() throws {
    signed = try SignedLog()
  }

  @Test("a signed log is intact up to its head, and says what is unsigned")
  func intact() throws {
    try signed.append("later")
    let verification = try signed.verified()
    #expect(verification.isSound)
    #expect(verification.words.hasPrefix("3 events read: nothing is wrong\n"))
    #expect(verification.words.contains("unsigned: the last 1"))
    #expect(verification.words.contains("SAME HISTORY  not shown"))
  }

  @Test("a checkpoint that was kept shows the same history")
  func kept() throws {
    let kept = try signed.keepCheckpoint("kept")
    try signed.append("later")
    #expect(
      try signed.verified(kept: [kept]).words.contains(
        "SAME HISTORY  shown: the first 2 events match the checkpoint that you kept"))
  }

  @Test("a quorum that was asked for and is not there is missed")
  func quorum() throws {
    let policy = try signed.directory.write(
      Array("witness A \(try otherKey())\nquorum A\n".utf8), to: "policy")
    let verification = try LogVerification(
      of: signed.log,
      .init(
        trust: signed.trust(policy: policy), kept: [], certificates: nil, now: SignedLog.clock()),
      remembered: signed.files)
    #expect(!verification.isSound)
    #expect(verification.words.contains("WITNESSED     MISSED"))
  }

  private func otherKey() throws -> String {
    VerifierKey(
      name: try KeyName("w.example"), type: .cosignature,
      publicKey: try SigningKey(newFor: KeyName("w.example")).verifier.publicKey
    ).text
  }

  @Test("the proof of an event holds by itself, and not for other bytes")
  func bundle() throws {
    let proof = try signed.log.read { log in
      try EventProof(of: #require(try log.event(at: 1)), in: log, policy: nil)
    }
    let bundle = ProofBundle(proofPath: signed.directory.file("1.tlog-proof"))
    try bundle.write(proof.proof, of: proof.leaf, keeping: signed.files.kept)
    let report = try VerificationReport(
      of: bundle, event: nil, trust: signed.trust(), rotations: [], now: SignedLog.clock())
    #expect(!report.isRefuted)
    #expect(report.words.contains("is at position 1 of 2 in stance.example.org/log"))
    let changed = try signed.directory.write(proof.leaf + [0x20], to: "changed")
    let refuted = try VerificationReport(
      of: bundle, event: changed, trust: signed.trust(), rotations: [], now: SignedLog.clock())
    #expect(refuted.isRefuted)
  }

  @Test("a later head continues a kept one, also after the key was replaced")
  func growth() throws {
    let key = try signed.files.key.key().verifier.text
    let kept = try signed.keepCheckpoint("kept")
    let new = try signed.files.replaceKey(
      of: signed.log, recorder: "desk", clock: SignedLog.clock)
    try signed.append("later")
    let later = try signed.keepCheckpoint("later")
    let rotation = ProofBundle(proofPath: signed.directory.file("rotation.tlog-proof"))
    let proof = try signed.log.read { log in
      try EventProof(of: #require(try log.event(at: 3)), in: log, policy: nil)
    }
    try rotation.write(proof.proof, of: proof.leaf, keeping: signed.files.kept)
    #expect(throws: ProvingError.self) {
      try CheckpointComparison(
        from: kept, to: later, trust: signed.trust(key: key), rotations: [])
    }
    let comparison = try CheckpointComparison(
      from: kept, to: later, trust: signed.trust(key: key), rotations: [rotation])
    let report = try comparison.report(now: SignedLog.clock()) { signed.log }
    #expect(!report.isRefuted)
    #expect(report.words.contains("signed by \(new.text), the log's key from position 3 on"))
  }

  @Test("a checkpoint of another key, and a file that is none, are refused")
  func otherCheckpoint() throws {
    let kept = try signed.keepCheckpoint("kept")
    let empty = try signed.directory.write([], to: "empty")
    let other = try SignedLog()
    // Its folder is gone with it.
    defer { withExtendedLifetime(other) {} }
    for later in [try other.keepCheckpoint("other"), empty] {
      let refused = #expect(throws: ProvingError.self) {
        try CheckpointComparison(from: kept, to: later, trust: signed.trust(), rotations: [])
      }
      guard case .badCheckpoint(path: later, _) = refused else {
        Issue.record("\(String(describing: refused))")
        return
      }
    }
  }

  @Test("a log without a key of its own is unsigned, and nothing can be proven in it")
  func unsigned() throws {
    let path = signed.directory.file("new.sqlite")
    let log = try EventLog.create(at: path)
    try log.append(
      [company("dji").proposed()], as: AppendRequest(recorder: "desk", clock: SignedLog.clock))
    let verification = try LogVerification(
      of: log,
      .init(trust: signed.trust(), kept: [], certificates: nil, now: SignedLog.clock()),
      remembered: signed.files)
    #expect(verification.isSound)
    #expect(verification.words.contains("INTACT        not shown: no head has been signed yet"))
    #expect(throws: ProvingError.notSignedYet(position: 1)) {
      try log.read { log in try EventProof(of: #require(try log.event(at: 1)), in: log, policy: nil)
      }
    }
  }
}
