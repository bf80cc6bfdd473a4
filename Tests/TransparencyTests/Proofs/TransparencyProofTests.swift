import Testing

@testable import Transparency

@Suite("Offline proofs")
struct TransparencyProofTests {
  let leaf = Array("an event".utf8)
  let policy: CheckpointPolicy
  let proof: TransparencyProof

  init() throws {
    let key = try SampleKeys.log()
    var log = try MemoryLog((0..<10).map { [UInt8($0)] })
    try log.append(leaf)
    try log.append([99])
    let checkpoint = Checkpoint(origin: Origin(key.verifier.name), head: log.range.head)
    policy = try CheckpointPolicy(log: key.verifier)
    proof = TransparencyProof(
      inclusion: try log.inclusionProof(of: 10, inSize: 12), checkpoint: try key.sign(checkpoint))
  }

  @Test("A leaf, a proof and a policy are all that is needed")
  func verifies() throws {
    let read = try TransparencyProof(proof.bytes)
    #expect(read == proof)
    #expect(try read.verify(leaf: leaf, policy: policy).checkpoint.head.size == 12)
  }

  @Test("Every flipped bit of the file and of the leaf is noticed")
  func flippedBits() throws {
    for bit in 0..<proof.bytes.count * 8 {
      #expect(throws: TransparencyProofError.self, "bit \(bit)") {
        try TransparencyProof(proof.bytes.flipping(bit: bit)).verify(leaf: leaf, policy: policy)
      }
    }
    for bit in 0..<leaf.count * 8 {
      #expect(throws: TransparencyProofError.self) {
        try proof.verify(leaf: leaf.flipping(bit: bit), policy: policy)
      }
    }
  }

  @Test("A file that is cut off anywhere proves nothing")
  func cutOff() {
    for count in 0..<proof.bytes.count {
      #expect(throws: TransparencyProofError.self) {
        try TransparencyProof(proof.bytes.prefix(count)).verify(leaf: leaf, policy: policy)
      }
    }
  }

  @Test("A proof that witnesses are asked of does not pass without them")
  func quorum() throws {
    let witness = try SampleKeys.Witness("w.example", seed: 3)
    let strict = try CheckpointPolicy(
      log: policy.log, witnesses: [witness.verifier], quorum: .witness(witness.verifier))
    #expect(throws: TransparencyProofError.checkpoint(.quorumMissed(found: 0))) {
      try proof.verify(leaf: leaf, policy: strict)
    }
  }

  @Test("More hashes than a tree is high are not read")
  func tooManyHashes() throws {
    let line = String(decoding: MerkleHash.leaf([]).base64, as: UTF8.self) + "\n"
    func file(_ count: Int) -> [UInt8] {
      Array("c2sp.org/tlog-proof@v1\nindex 0\n\(String(repeating: line, count: count))\nx\n".utf8)
    }
    #expect(try TransparencyProof(file(63)).inclusion.hashes.count == 63)
    #expect(throws: TransparencyProofError.badHashes(.tooMany)) {
      try TransparencyProof(file(64))
    }
  }

  struct Files: Decodable {
    struct File: Decodable {
      let index: UInt64
      let hashes: [Base64Bytes]
      let extra: Base64Bytes?
      let checkpoint: String
      let want: String
    }
    let marshal: [File]
    let invalid: [String]
  }

  @Test("The public vectors' files are read and written", .enabled(if: Vectors.areAtHand))
  func vectors() throws {
    let files: Files = try Vectors.json("tlog/tlog-proof.json")
    #expect(files.marshal.count == 3)
    for file in files.marshal {
      let read = try TransparencyProof(Array(file.want.utf8))
      #expect(read.inclusion.index == file.index)
      #expect(read.inclusion.hashes == (try file.hashes.map { try MerkleHash($0.bytes) }))
      #expect(read.extra == file.extra?.bytes)
      #expect(read.checkpoint == Array(file.checkpoint.utf8))
      #expect(read.bytes == Array(file.want.utf8))
    }
    #expect(files.invalid.count == 7)
    for file in files.invalid {
      #expect(throws: TransparencyProofError.self) { try TransparencyProof(Array(file.utf8)) }
    }
  }
}
