import Crypto
import Custody
import EventLog
import Foundation
import Stances
import TestSupport
import Testing
import Transparency

@Suite("What cosignatures, stamps, empty heads and rotations do not show")
struct ProofDetailTests {
  let signed: SignedLog
  let witness: SampleWitness
  /// The clock of the log's events, in seconds.
  private static let now = UInt64(SignedLog.clock().milliseconds / 1_000)
  private static let day: UInt64 = 86_400

  init() throws {
    signed = try SignedLog()
    witness = try SampleWitness("w.example")
  }

  @Test(
    "a cosignature from before the log, or from the future, draws a finding",
    arguments: [
      (0, "before anything"), (now - day - 1, "before anything"), (now - day + 1, nil),
      (now, nil), (now + day, nil), (now + day + 1, "still to come"),
      (16_725_225_600, "still to come"), (UInt64(Int64.max), "still to come"),
    ] as [(UInt64, String?)])
  func times(time: UInt64, objection: String?) throws {
    try keep(at: time)
    let verification = try verified()
    #expect(verification.isSound == (objection == nil), "\(verification.words)")
    let shown = objection.map { _ in "REFUTED: w.example dates its cosignature at 2 " }
    #expect(
      verification.words.contains("WITNESSED     \(shown ?? "shown: cosigned at 2 by w.example")"))
    if let objection { #expect(verification.words.contains(objection)) }

    let proof = try signed.log.read { log in
      try EventProof(of: #require(try log.event(at: 1)), in: log, policy: nil)
    }
    let bundle = ProofBundle(proofPath: signed.directory.file("1.tlog-proof"))
    try bundle.write(proof.proof, of: proof.leaf, keeping: signed.files.kept)
    let report = try VerificationReport(
      of: bundle, event: nil, trust: trust([witness.key]), rotations: [], now: SignedLog.clock())
    #expect(report.isRefuted == (objection != nil))
  }

  @Test("a log is no witness of itself, in a policy, by name, or under an earlier key")
  func ownKey() throws {
    let key = try signed.files.key.key()
    let own = VerifierKey(
      name: try KeyName("own.example"), type: .cosignature, publicKey: key.verifier.publicKey)
    #expect(throws: PolicyError.ownKeyAsWitness(own.name)) {
      try CheckpointPolicy(log: key.verifier, witnesses: [own])
    }
    #expect(throws: PolicyError.ownKeyAsWitness(own.name)) { try verified(by: [own]) }
    for lines in [
      ["log \(key.verifier.text)", "witness A \(own.text)"],
      ["witness A \(own.text)", "log \(key.verifier.text)"],
    ] {
      let text = (lines + ["quorum A"]).map { "\($0)\n" }.joined()
      #expect(throws: TrustPolicyError.self) { try TrustPolicy(Array(text.utf8)) }
    }
    let text = try #require(key.secretText.split(separator: "+", maxSplits: 4).last)
    let secret = try #require(Data(base64Encoded: String(text))).dropFirst()
    let itself = try SampleWitness(
      "own.example", secret: Curve25519.Signing.PrivateKey(rawRepresentation: secret))
    #expect(itself.key == own)
    let note = try #require(try signed.log.read { try $0.lastCheckpoint()?.note })
    #expect(throws: PolicyError.ownKeyAsWitness(own.name)) {
      try signed.log.keep(itself.cosign(note, at: Self.now), of: own, atSize: 2)
    }
    _ = try signed.files.replaceKey(of: signed.log, recorder: "desk", clock: SignedLog.clock)
    let earlier = try verified(by: [own])
    #expect(!earlier.isSound)
    #expect(earlier.words.contains("WITNESSED     REFUTED: the witness key of own.example is the"))
  }

  @Test("a checkpoint of no events shows nothing, and says so")
  func empty() throws {
    let key = try signed.files.key.key()
    let note = try key.sign(Checkpoint(origin: Origin(key.verifier.name), head: .empty))
    let cosigned = try note.adding(witness.cosign(note, at: Self.now))
    let kept = try signed.directory.write(cosigned.bytes, to: "empty")
    let later = try signed.keepCheckpoint("later")
    let words = try verified(kept: [kept]).words
    #expect(words.contains("SAME HISTORY  not shown: the checkpoint that you kept is of no events"))
    #expect(words.contains("WITNESSED     not shown"))
    let report = try CheckpointComparison(
      from: kept, to: later, trust: signed.trust(), rotations: []
    ).report(now: SignedLog.clock()) { signed.log }
    #expect(!report.isRefuted)
    #expect(report.words.contains("SAME HISTORY  not shown: your head is of no events"))
  }

  @Test(
    "a stamp that is older than what it covers is remarked, and refutes nothing",
    arguments: [("20220506113455.5Z", true), ("20220506113457Z", false), ("20000101000000Z", true)])
  func oldStamp(time: String, isRemarked: Bool) throws {
    let note = try #require(try signed.log.read { try $0.lastCheckpoint()?.note.bytes })
    var reply = StampReply(imprint: TimestampQuery.imprint(of: note))
    reply.time = time
    _ = try signed.log.keep(anchor: reply.bytes)
    let verification = try verified()
    #expect(verification.isSound)
    let remark = "is older than the event at 2, which it covers"
    #expect(verification.words.contains(remark) == isRemarked, "\(verification.words)")
  }

  @Test("two rotations of one key are the proof that it was stolen, and each alone is believed")
  func twoRotations() throws {
    let key = try signed.files.key.key().verifier.text
    let path = signed.directory.file("copy.sqlite")
    try signed.log.backup(to: path)
    let stolen = signed.directory.file("stolen-key")
    try FileManager.default.copyItem(atPath: signed.files.key.path, toPath: stolen)
    let thief = UserFiles { name in
      ["STANCE_KEY": stolen, "XDG_STATE_HOME": signed.directory.file("thief")][name]
    }
    var rotations: [ProofBundle] = []
    for (name, files, log) in [
      ("own", signed.files, signed.log),
      ("stolen", thief, try EventLog.open(at: path, for: .appending)),
    ] {
      _ = try files.replaceKey(of: log, recorder: name, clock: SignedLog.clock)
      let proof = try log.read { log in
        try EventProof(of: #require(try log.event(at: 3)), in: log, policy: nil)
      }
      let bundle = ProofBundle(proofPath: signed.directory.file("\(name).tlog-proof"))
      try bundle.write(proof.proof, of: proof.leaf, keeping: signed.files.kept)
      rotations.append(bundle)
    }
    func report(_ given: [ProofBundle]) throws -> VerificationReport {
      try VerificationReport(
        of: rotations[0], event: nil, trust: signed.trust(key: key), rotations: given,
        now: SignedLog.clock())
    }
    #expect(try !report([rotations[0]]).isRefuted)
    #expect(try !report([rotations[0], rotations[0]]).isRefuted)
    let both = try report(rotations)
    #expect(both.isRefuted)
    #expect(both.words.contains("own.tlog-proof and "))
    #expect(both.words.contains("stolen.tlog-proof are two signed changes of one key, \(key): "))
  }

  private func keep(at time: UInt64) throws {
    let note = try #require(try signed.log.read { try $0.lastCheckpoint()?.note })
    try signed.log.keep(witness.cosign(note, at: time), of: witness.key, atSize: 2)
  }

  private func trust(_ witnesses: [VerifierKey]) -> TrustChoice {
    TrustChoice(
      key: nil, witnesses: witnesses.map(\.text), policyFile: nil, own: signed.files)
  }

  private func verified(
    by witnesses: [VerifierKey]? = nil, kept: [String] = []
  ) throws -> LogVerification {
    try LogVerification(
      of: signed.log,
      .init(
        trust: trust(witnesses ?? [witness.key]), kept: kept, certificates: nil,
        now: SignedLog.clock()),
      remembered: signed.files)
  }
}
