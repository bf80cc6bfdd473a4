import TestSupport
import Testing
import Transparency

@Suite("Proofs of random trees")
struct ProofPropertyTests {
  static let seeds: [UInt64] = [1, 2022, 6962, 9162, 20_220_506]

  @Test("Every proof holds, by the shipped rule and by the RFC's loops", arguments: seeds)
  func complete(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try Self.randomLog(using: &generator)
    for _ in 0..<300 {
      let new = UInt64.random(in: 1...log.range.size, using: &generator)
      let newHead = try log.head(ofSize: new)
      let index = UInt64.random(in: 0..<new, using: &generator)
      let leaf = MerkleHash.leaf(log.leaves[Int(index)])
      let inclusion = try log.inclusionProof(of: index, inSize: new)
      #expect(throws: Never.self, "seed \(seed)") { try inclusion.verify(leaf, in: newHead) }
      #expect(RFC9162.inclusionHolds(inclusion, leaf: leaf, head: newHead), "seed \(seed)")

      let old = UInt64.random(in: 1...new, using: &generator)
      let oldHead = try log.head(ofSize: old)
      let consistency = try log.consistencyProof(from: old, to: new)
      #expect(throws: Never.self, "seed \(seed)") {
        try consistency.verify(from: oldHead, to: newHead)
      }
      #expect(
        RFC9162.consistencyHolds(consistency, from: oldHead, to: newHead), "seed \(seed)")
    }
  }

  @Test("One flipped bit anywhere spoils an inclusion proof", arguments: seeds)
  func flippedInclusion(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try Self.randomLog(using: &generator)
    let head = log.range.head
    for _ in 0..<4 {
      let index = UInt64.random(in: 0..<head.size, using: &generator)
      let leaf = MerkleHash.leaf(log.leaves[Int(index)])
      let proof = try log.inclusionProof(of: index, inSize: head.size)
      for bit in 0..<256 {
        #expect(!Self.holds(proof, try leaf.flipping(bit: bit), head), "seed \(seed)")
        let forged = try TreeHead(size: head.size, root: head.root.flipping(bit: bit))
        #expect(!Self.holds(proof, leaf, forged), "seed \(seed)")
        for position in proof.hashes.indices {
          var hashes = proof.hashes
          hashes[position] = try hashes[position].flipping(bit: bit)
          let spoiled = InclusionProof(index: index, hashes: hashes)
          #expect(!Self.holds(spoiled, leaf, head), "seed \(seed)")
        }
      }
      for bit in 0..<64 {
        let moved = InclusionProof(index: index ^ 1 << UInt64(bit), hashes: proof.hashes)
        #expect(!Self.holds(moved, leaf, head), "seed \(seed)")
      }
    }
  }

  @Test("One flipped bit anywhere spoils a consistency proof", arguments: seeds)
  func flippedConsistency(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try Self.randomLog(using: &generator)
    let new = log.range.head
    for _ in 0..<4 {
      let old = try log.head(ofSize: UInt64.random(in: 1..<new.size, using: &generator))
      let proof = try log.consistencyProof(from: old.size, to: new.size)
      for bit in 0..<256 {
        let otherOld = try TreeHead(size: old.size, root: old.root.flipping(bit: bit))
        let otherNew = try TreeHead(size: new.size, root: new.root.flipping(bit: bit))
        #expect(!Self.holds(proof, otherOld, new), "seed \(seed)")
        #expect(!Self.holds(proof, old, otherNew), "seed \(seed)")
        for position in proof.hashes.indices {
          var hashes = proof.hashes
          hashes[position] = try hashes[position].flipping(bit: bit)
          #expect(!Self.holds(ConsistencyProof(hashes: hashes), old, new), "seed \(seed)")
        }
      }
    }
  }

  @Test("A hash too many, one too few or two swapped spoil a proof", arguments: seeds)
  func reshaped(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try Self.randomLog(using: &generator)
    let head = log.range.head
    for index in 0..<head.size {
      let leaf = MerkleHash.leaf(log.leaves[Int(index)])
      let hashes = try log.inclusionProof(of: index, inSize: head.size).hashes
      var changed = [hashes + [head.root], [head.root] + hashes, Array(hashes.dropLast())]
      if hashes.count > 1 {
        changed.append(Array(hashes.dropFirst()))
        changed.append([hashes[1], hashes[0]] + hashes.dropFirst(2))
      }
      for hashes in changed {
        let spoiled = InclusionProof(index: index, hashes: hashes)
        #expect(!Self.holds(spoiled, leaf, head), "seed \(seed), index \(index)")
        #expect(!RFC9162.inclusionHolds(spoiled, leaf: leaf, head: head), "seed \(seed)")
      }
    }
  }

  private static func randomLog(using generator: inout SeededGenerator) throws -> MemoryLog {
    let size = Int.random(in: 2...300, using: &generator)
    return try MemoryLog(
      (0..<size).map { index in
        // The number keeps leaves apart: equal leaves may swap their places.
        [UInt8(index >> 8), UInt8(index & 255), .random(in: 0...255, using: &generator)]
      })
  }

  private static func holds(_ proof: InclusionProof, _ leaf: MerkleHash, _ head: TreeHead) -> Bool {
    (try? proof.verify(leaf, in: head)) != nil
  }

  private static func holds(_ proof: ConsistencyProof, _ old: TreeHead, _ new: TreeHead) -> Bool {
    (try? proof.verify(from: old, to: new)) != nil
  }
}
