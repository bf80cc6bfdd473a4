import Testing
import Transparency

@Suite("What proofs refuse")
struct ProofRuleTests {
  let log: MemoryLog

  init() throws {
    log = try MemoryLog((0..<21).map { [UInt8($0)] })
  }

  @Test("Equal sizes need equal roots and no hashes")
  func equalSizes() throws {
    let head = log.range.head
    let other = try TreeHead(size: head.size, root: .leaf([9]))
    let none = ConsistencyProof(hashes: [])
    #expect(throws: Never.self) { try none.verify(from: head, to: head) }
    #expect(throws: ProofError.wrongRoot(expected: head.root, computed: other.root)) {
      try none.verify(from: head, to: other)
    }
    #expect(throws: ProofError.wrongHashCount(expected: 0, found: 1)) {
      try ConsistencyProof(hashes: [head.root]).verify(from: head, to: head)
    }
    #expect(throws: Never.self) { try none.verify(from: .empty, to: .empty) }
  }

  @Test("Consistency with an empty tree is neither proven nor accepted")
  func emptyOldTree() throws {
    #expect(throws: ProofError.emptyOldTree) {
      try ConsistencyProof(hashes: []).verify(from: .empty, to: log.range.head)
    }
    #expect(throws: ProofError.emptyOldTree) { try log.consistencyProof(from: 0, to: 21) }
  }

  @Test("A log that was cut back is not consistent with what it was")
  func cutBack() throws {
    let small = try log.head(ofSize: 8)
    #expect(throws: ProofError.sizesReversed(old: 21, new: 8)) {
      try ConsistencyProof(hashes: []).verify(from: log.range.head, to: small)
    }
    #expect(throws: ProofError.sizesReversed(old: 21, new: 8)) {
      try log.consistencyProof(from: 21, to: 8)
    }
  }

  @Test("A leaf after the end, and one in an empty tree, are in no tree")
  func outside() throws {
    #expect(throws: ProofError.leafOutsideTree(index: 21, size: 21)) {
      try log.inclusionProof(of: 21, inSize: 21)
    }
    #expect(throws: ProofError.leafOutsideTree(index: 0, size: 0)) {
      try InclusionProof(index: 0, hashes: []).verify(.leaf([]), in: .empty)
    }
    #expect(throws: ProofError.leafOutsideTree(index: .max, size: 21)) {
      try InclusionProof(index: .max, hashes: []).verify(.leaf([]), in: log.range.head)
    }
  }

  @Test("The only leaf of a tree is its root and needs no hashes")
  func singleLeaf() throws {
    let head = try log.head(ofSize: 1)
    let proof = try log.inclusionProof(of: 0, inSize: 1)
    #expect(proof.hashes.isEmpty)
    #expect(throws: Never.self) { try proof.verify(.leaf([0]), in: head) }
  }

  @Test("Sizes near the limit are counted without overflow")
  func greatSizes() throws {
    let head = try TreeHead(size: UInt64(Int64.max), root: .leaf([]))
    let old = try TreeHead(size: UInt64(Int64.max) - 1, root: .leaf([]))
    // The last leaf's way runs along the right border: one hash for each of the other 62 subtrees.
    #expect(throws: ProofError.wrongHashCount(expected: 62, found: 0)) {
      try InclusionProof(index: head.size - 1, hashes: []).verify(.leaf([]), in: head)
    }
    #expect(throws: ProofError.wrongHashCount(expected: 63, found: 0)) {
      try InclusionProof(index: 0, hashes: []).verify(.leaf([]), in: head)
    }
    #expect(throws: ProofError.self) {
      try ConsistencyProof(hashes: [.leaf([])]).verify(from: old, to: head)
    }
    #expect(throws: TreeError.sizeTooLarge(.max)) {
      try log.inclusionProof(of: 0, inSize: .max)
    }
    #expect(throws: TreeError.sizeTooLarge(.max)) { try log.consistencyProof(from: 1, to: .max) }
    #expect(throws: TreeError.sizeTooLarge(.max)) { try log.root(ofSize: .max) }
  }

  @Test("A node that the store does not have is the store's error, not a wrong proof")
  func missingNode() throws {
    #expect(throws: MemoryLog.NotStored.self) { try log.inclusionProof(of: 0, inSize: 64) }
  }
}
