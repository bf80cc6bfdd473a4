import Foundation
import Testing

@testable import Transparency

@Suite("Checkpoints")
struct CheckpointTests {
  let key: SigningKey
  let checkpoint: Checkpoint

  init() throws {
    key = try SampleKeys.log()
    let log = try MemoryLog([[1], [2], [3]])
    checkpoint = Checkpoint(origin: Origin(key.verifier.name), head: log.range.head)
  }

  @Test("A checkpoint is written and read in three lines")
  func roundTrip() throws {
    let lines = String(decoding: checkpoint.text, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "example.org/log")
    #expect(lines[1] == "3")
    #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
  }

  @Test(
    "Sizes have one spelling",
    arguments: ["", "03", "+3", "-3", " 3", "3 ", "3_0", "٣", "0x3", "9223372036854775808"])
  func sizes(size: String) {
    let root = String(decoding: checkpoint.head.root.base64, as: UTF8.self)
    #expect(throws: CheckpointError.badSize(size)) {
      try Checkpoint(text: Array("log\n\(size)\n\(root)\n".utf8))
    }
  }

  @Test("The greatest size is read; a root for no leaves must be that of no leaves")
  func extremeSizes() throws {
    let root = String(decoding: checkpoint.head.root.base64, as: UTF8.self)
    let text = Array("log\n9223372036854775807\n\(root)\n".utf8)
    #expect(try Checkpoint(text: text).head.size == UInt64(Int64.max))
    #expect(throws: CheckpointError.badHead(.wrongEmptyRoot)) {
      try Checkpoint(text: Array("log\n0\n\(root)\n".utf8))
    }
  }

  @Test("A key signs checkpoints of its own log only")
  func foreignOrigin() throws {
    let other = try Checkpoint(
      origin: Origin(KeyName("example.org/other")), head: checkpoint.head)
    #expect(throws: KeyError.foreignOrigin(other.origin, key.verifier.name)) {
      try key.sign(other)
    }
  }

  @Test("A signed checkpoint opens with the log's key")
  func opens() throws {
    let policy = try CheckpointPolicy(log: key.verifier)
    let opened = try SignedCheckpoint(key.sign(checkpoint).bytes, policy: policy)
    #expect(opened.checkpoint == checkpoint)
    #expect(opened.witnessed.isEmpty)
  }

  @Test("A checkpoint of another log does not pass, though the same key signed it")
  func wrongOrigin() throws {
    let log = try #require(Origin(line: Array("example.org/log".utf8)))
    let other = try #require(Origin(line: Array("example.org/other".utf8)))
    let text = Checkpoint(origin: other, head: checkpoint.head).text
    let note = try SignedNote(text: text, signatures: [key.signature(over: text)])
    #expect(throws: SignedCheckpointError.wrongOrigin(found: other, expected: log)) {
      try SignedCheckpoint(note.bytes, policy: CheckpointPolicy(log: key.verifier))
    }
    #expect(throws: Never.self) {
      try SignedCheckpoint(
        note.bytes, policy: CheckpointPolicy(origin: other, log: key.verifier))
    }
  }

  @Test("Cosignatures without the log's signature are not enough")
  func cosignedOnly() throws {
    let witness = try SampleKeys.Witness("w.example", seed: 3)
    let note = try SignedNote(
      text: checkpoint.text, signatures: [witness.cosign(checkpoint.text, at: 1)])
    let policy = try CheckpointPolicy(
      log: key.verifier, witnesses: [witness.verifier], quorum: .witness(witness.verifier))
    #expect(throws: SignedCheckpointError.notSignedByLog(key.verifier.name)) {
      try SignedCheckpoint(note.bytes, policy: policy)
    }
  }

  @Test("A quorum counts the policy's witnesses, each once")
  func quorum() throws {
    let witnesses = try (3...5).map { try SampleKeys.Witness("w\($0).example", seed: $0) }
    let stranger = try SampleKeys.Witness("stranger.example", seed: 6)
    let keys = witnesses.map(\.verifier)
    let policy = try CheckpointPolicy(
      log: key.verifier, witnesses: keys, quorum: .atLeast(2, ofWitnesses: keys))
    let note = try key.sign(checkpoint)
    let lines = try [witnesses[0], witnesses[1], stranger].map {
      try $0.cosign(checkpoint.text, at: 1_795_358_200)
    }
    let repeated = note.bytes + lines[0].line + lines[0].line + lines[2].line
    #expect(throws: SignedCheckpointError.quorumMissed(found: 1)) {
      try SignedCheckpoint(repeated, policy: policy)
    }
    let opened = try SignedCheckpoint(note.adding(lines).bytes, policy: policy)
    #expect(opened.witnessed.map(\.witness) == [witnesses[0].verifier, witnesses[1].verifier])
    #expect(opened.witnessed.map(\.timestamp) == [1_795_358_200, 1_795_358_200])
  }

  @Test("A policy that cannot be meant is refused")
  func policies() throws {
    let witness = try SampleKeys.Witness("w.example", seed: 3)
    let twin = try SampleKeys.Witness("twin.example", seed: 3)
    #expect(throws: PolicyError.repeatedWitness(twin.verifier.name)) {
      try CheckpointPolicy(log: key.verifier, witnesses: [witness.verifier, twin.verifier])
    }
    #expect(throws: PolicyError.notALogKey(witness.verifier.name)) {
      try CheckpointPolicy(log: witness.verifier)
    }
    #expect(throws: PolicyError.notAWitnessKey(key.verifier.name)) {
      try CheckpointPolicy(log: key.verifier, witnesses: [key.verifier])
    }
    let impossible: [Quorum] = [
      .atLeast(1, of: []), .atLeast(-1, of: []), .witness(witness.verifier),
      .atLeast(0, of: [.atLeast(2, ofWitnesses: [witness.verifier])]),
    ]
    for quorum in impossible {
      #expect(throws: PolicyError.impossibleQuorum) {
        try CheckpointPolicy(log: key.verifier, quorum: quorum)
      }
    }
  }
}
