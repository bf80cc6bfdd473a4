import Crypto
import Foundation
import Testing

@testable import Transparency

@Suite("The exchange with a witness")
struct WitnessExchangeTests {
  @Test("A request is read as written")
  func request() throws {
    let key = try SampleKeys.log()
    let log = try MemoryLog((0..<9).map { [UInt8($0)] })
    let note = try key.sign(
      Checkpoint(origin: Origin(key.verifier.name), head: log.range.head))
    for old in UInt64(1)...9 {
      let request = try AddCheckpointRequest(
        oldSize: old, proof: log.consistencyProof(from: old, to: 9), checkpoint: note)
      #expect(try AddCheckpointRequest(body: request.body) == request)
    }
    let first = try AddCheckpointRequest(
      oldSize: 0, proof: ConsistencyProof(hashes: []), checkpoint: note)
    #expect(first.body == Array("old 0\n\n".utf8) + note.bytes)
  }

  @Test(
    "A request that is not quite one is refused",
    arguments: [
      "", "old 1", "old\n\nx\n", "old 01\n\nx\n", "old -1\n\nx\n", "new 1\n\nx\n", "old 1\n",
      "old 1\n\n", "old 1\nAAAA\n\nx\n", "old  1\n\nx\n", "old 9223372036854775808\n\nx\n",
      "old 1\r\n\nx\n",
    ])
  func badRequests(body: String) {
    #expect(throws: WitnessError.self) { try AddCheckpointRequest(body: Array(body.utf8)) }
  }

  @Test("A request carries at most 63 hashes")
  func hashLimit() throws {
    let key = try SampleKeys.log()
    let note = try key.sign(Checkpoint(origin: Origin(key.verifier.name), head: .empty))
    let hashes = Array(repeating: MerkleHash.leaf([]), count: 64)
    #expect(throws: WitnessError.badHashes(.tooMany)) {
      try AddCheckpointRequest(
        oldSize: 1, proof: ConsistencyProof(hashes: hashes), checkpoint: note)
    }
    let lines = String(
      repeating: String(decoding: hashes[0].base64, as: UTF8.self) + "\n", count: 64)
    #expect(throws: WitnessError.badHashes(.tooMany)) {
      try AddCheckpointRequest(body: Array("old 1\n\(lines)\nx\n".utf8))
    }
  }

  @Test("Answers are read by their status")
  func answers() throws {
    #expect(try WitnessAnswer(status: 409, body: WitnessAnswer.sizeBody(20)) == .conflict(size: 20))
    #expect(try WitnessAnswer(status: 404, body: []) == .refused(.unknownOrigin))
    #expect(try WitnessAnswer(status: 403, body: []) == .refused(.untrustedSignature))
    #expect(try WitnessAnswer(status: 400, body: []) == .refused(.badRequest))
    #expect(try WitnessAnswer(status: 422, body: []) == .refused(.inconsistent))
    for body in ["", "20", "\n", "020\n", "20\n\n", "+20\n", "20\r\n", "-1\n"] {
      #expect(throws: WitnessError.badSizeAnswer) {
        try WitnessAnswer(status: 409, body: Array(body.utf8))
      }
    }
    #expect(throws: WitnessError.badCosignature(.unsigned)) {
      try WitnessAnswer(status: 200, body: [])
    }
    #expect(throws: WitnessError.unknownStatus(500)) { try WitnessAnswer(status: 500, body: []) }
  }

  @Test("A witness's cosignature is taken from its answer into the checkpoint")
  func cosigned() throws {
    let key = try SampleKeys.log()
    let witness = try SampleKeys.Witness("w.example", seed: 3)
    let note = try key.sign(Checkpoint(origin: Origin(key.verifier.name), head: .empty))
    let line = try witness.cosign(note.text, at: 5).line
    guard case .cosigned(let signatures) = try WitnessAnswer(status: 200, body: line) else {
      Issue.record("not cosigned")
      return
    }
    let policy = try CheckpointPolicy(
      log: key.verifier, witnesses: [witness.verifier], quorum: .witness(witness.verifier))
    let opened = try SignedCheckpoint(note.adding(signatures).bytes, policy: policy)
    #expect(opened.witnessed.map(\.timestamp) == [5])
  }

  @Test("The place of a witness's last checkpoint is the hash of the log's origin")
  func monitoringPath() throws {
    let path = AddCheckpointRequest.latestCheckpointPath(for: try Origin(KeyName("a")))
    #expect(
      path
        == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb/checkpoint")
  }

  @Test("The nine exchanges of a real witness are answered alike", .enabled(if: Vectors.areAtHand))
  func liteWitness() throws {
    let script = String(decoding: try Vectors.bytes("witness/litewitness.txtar"), as: UTF8.self)
    let exchanges = script.components(separatedBy: "POST http").dropFirst()
    #expect(exchanges.count == 9)
    let origin =
      "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562"
    let log = VerifierKey(
      name: try KeyName(origin), type: .ed25519,
      publicKey: try Ed25519PublicKey(
        hex("ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f")))
    var witness = ReferenceWitness(log: log)
    for (number, exchange) in exchanges.enumerated() {
      let parts = exchange.components(separatedBy: "```\n")
      let status = try #require(Int(parts[2].dropFirst("HTTP ".count).prefix(3)))
      let answer = witness.answer(Array(parts[1].utf8))
      // The third is of an unknown log: 403 in this script, 404 since tlog-witness v1.0.
      #expect(answer.status == (number == 2 ? 404 : status), "exchange \(number)")
      if status == 409 {
        #expect(parts[2].contains("body == \"\(answer.size)\\n\""))
      }
    }
  }
}
