import Testing
import Transparency

/// The probes of transparency-dev/merkle: a few good proofs and every way to spoil them.
@Suite("Probes of the public vectors", .enabled(if: Vectors.areAtHand))
struct ProofVectorTests {
  struct InclusionProbe: Decodable {
    let leafIdx: UInt64
    let treeSize: UInt64
    let root: Base64Bytes
    let leafHash: Base64Bytes
    let proof: [Base64Bytes]?
    let wantErr: Bool

    func verify() throws {
      let hashes = try (proof ?? []).map { try MerkleHash($0.bytes) }
      try InclusionProof(index: leafIdx, hashes: hashes).verify(
        MerkleHash(leafHash.bytes),
        in: TreeHead(size: treeSize, root: MerkleHash(root.bytes)))
    }
  }

  struct ConsistencyProbe: Decodable {
    let size1: UInt64
    let size2: UInt64
    let root1: Base64Bytes
    let root2: Base64Bytes
    let proof: [Base64Bytes]?
    let wantErr: Bool

    func verify() throws {
      let hashes = try (proof ?? []).map { try MerkleHash($0.bytes) }
      try ConsistencyProof(hashes: hashes).verify(
        from: TreeHead(size: size1, root: MerkleHash(root1.bytes)),
        to: TreeHead(size: size2, root: MerkleHash(root2.bytes)))
    }
  }

  /// Wants two "roots" of 12 bytes to be equal; ours are hashes or refused.
  private static let exception = "sizes-are-equal-one-and-proof-is-empty.json"

  @Test("The 98 inclusion probes are judged as by their authors")
  func inclusion() throws {
    let files = try Vectors.jsonFiles(under: "merkle/testdata/inclusion")
    #expect(files.count == 98)
    for file in files {
      let probe: InclusionProbe = try Vectors.json(file)
      #expect(holds(probe.verify) == !probe.wantErr, "\(file)")
    }
  }

  @Test("The 98 consistency probes are judged as by their authors, except one of 12-byte roots")
  func consistency() throws {
    let files = try Vectors.jsonFiles(under: "merkle/testdata/consistency")
    #expect(files.count == 98)
    for file in files {
      let probe: ConsistencyProbe = try Vectors.json(file)
      if file.hasSuffix(Self.exception) {
        #expect(throws: MerkleHashError.wrongLength(12)) { try probe.verify() }
      } else {
        #expect(holds(probe.verify) == !probe.wantErr, "\(file)")
      }
    }
  }

  private func holds(_ verify: () throws -> Void) -> Bool {
    (try? verify()) != nil
  }
}
