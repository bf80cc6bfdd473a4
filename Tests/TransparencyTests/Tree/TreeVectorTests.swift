import Crypto
import Foundation
import Testing

@testable import Transparency

@Suite("Trees of the public vectors", .enabled(if: Vectors.areAtHand))
struct TreeVectorTests {
  struct HasherCase: Decodable {
    let op: String
    let dataHex: String?
    let want: String
  }

  struct Tree8: Decodable {
    let leafInputsHex: [String]
    let nodeHashes: [[String]]
    let rootHashesBySize: [String]
    let compactRangeBySize: [[String]]
  }

  @Test("The hashes of nothing and of leaves are those of the reference")
  func hasher() throws {
    let cases: [HasherCase] = try Vectors.json("merkle/hasher.json")
    var checked = 0
    for vector in cases {
      // The fourth hashes two parts of four bytes, which are not hashes and cannot be given here.
      switch vector.op {
      case "emptyRoot": #expect("\(MerkleHash.emptyRoot)" == vector.want)
      case "leaf": #expect("\(MerkleHash.leaf(try hex(vector.dataHex ?? "")))" == vector.want)
      default: continue
      }
      checked += 1
    }
    #expect(checked == 3)
  }

  @Test("A tree of eight leaves has the reference's nodes, roots and right edges at every size")
  func tree8() throws {
    let vector: Tree8 = try Vectors.json("merkle/tree8.json")
    var log = try MemoryLog()
    for size in 0...vector.leafInputsHex.count {
      #expect("\(log.range.head.root)" == vector.rootHashesBySize[size])
      #expect(log.range.hashes.map(\.description) == vector.compactRangeBySize[size])
      if size < vector.leafInputsHex.count { try log.append(try hex(vector.leafInputsHex[size])) }
    }
    for (level, hashes) in vector.nodeHashes.enumerated() {
      for (index, hash) in hashes.enumerated() {
        let node = try #require(MerkleNode(level: level, index: UInt64(index)))
        #expect("\(try log.hash(at: node))" == hash)
      }
    }
  }

  struct Accumulated: Decodable {
    struct Draft: Decodable {
      let subtreeHash: Digest
      let subtreeInclusion: Digest
    }
    struct Digest: Decodable {
      let sha256: String
      let lines: Int
    }
    struct Proofs: Decodable {
      let roots: String
      let inclusion: String
      let inclusionLines: Int
      let consistency: String
      let consistencyLines: Int
    }
    let mtcDraft: Draft
    let rfc6962: [String: Either]

    /// The object holds prose beside the digests.
    enum Either: Decodable {
      case prose
      case proofs(Proofs)

      init(from decoder: any Decoder) throws {
        self = (try? Proofs(from: decoder)).map(Self.proofs) ?? .prose
      }
    }
  }

  @Test("Every root and proof up to 130 and 300 leaves is that of three other programs")
  func accumulatedProofs() throws {
    let vector: Accumulated = try Vectors.json("merkle/accumulated.json")
    for (name, size) in [("max130", UInt64(130)), ("max300", 300)] {
      guard case .proofs(let want) = vector.rfc6962[name] else {
        Issue.record("\(name) is missing")
        continue
      }
      let log = try MemoryLog(
        (0..<size).map { size > 256 ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0)] })
      var roots = LineDigest()
      var inclusion = LineDigest()
      var consistency = LineDigest()
      for n in 1...size {
        let root = try log.root(ofSize: n)
        roots.add("\(n) \(root)")
        for index in 0..<n {
          let proof = try log.inclusionProof(of: index, inSize: n)
          inclusion.add("\(index) \(n)", proof.hashes)
        }
        for m in 1...n {
          consistency.add("\(m) \(n)", try log.consistencyProof(from: m, to: n).hashes)
        }
      }
      #expect(roots.sha256 == want.roots)
      #expect(inclusion.lines == want.inclusionLines)
      #expect(inclusion.sha256 == want.inclusion)
      #expect(consistency.lines == want.consistencyLines)
      #expect(consistency.sha256 == want.consistency)
    }
  }

  @Test("Subtree hashes and the ways within subtrees are those of the Merkle tree draft")
  func accumulatedSubtrees() throws {
    let want = try Vectors.json("merkle/accumulated.json", as: Accumulated.self).mtcDraft
    let log = try MemoryLog((0..<130).map { [UInt8($0)] })
    var hashes = LineDigest()
    var inclusion = LineDigest()
    for end in UInt64(0)...130 {
      for start in 0...end where Self.isSubtree(start..<end) {
        let hash = start == end ? .emptyRoot : try log.hash(over: start..<end)
        hashes.add("[\(start), \(end)) \(hash)")
        for index in start..<end {
          var path: [MerkleHash] = []
          try log.appendPath(to: index, in: start..<end, to: &path)
          inclusion.add("\(index) [\(start), \(end))", path)
        }
      }
    }
    #expect(hashes.lines == want.subtreeHash.lines)
    #expect(hashes.sha256 == want.subtreeHash.sha256)
    #expect(inclusion.lines == want.subtreeInclusion.lines)
    #expect(inclusion.sha256 == want.subtreeInclusion.sha256)
  }

  /// Whether a range starts at a multiple of the power of two at or above its length.
  private static func isSubtree(_ leaves: Range<UInt64>) -> Bool {
    leaves.isEmpty || leaves.lowerBound % (1 << UInt64((UInt64(leaves.count) - 1).bitLength)) == 0
  }
}

/// One hash over many lines.
private struct LineDigest {
  private var hasher = SHA256()
  private(set) var lines = 0

  mutating func add(_ start: String, _ hashes: [MerkleHash] = []) {
    let line = ([start] + hashes.map(\.description)).joined(separator: " ") + "\n"
    hasher.update(data: Data(line.utf8))
    lines += 1
  }

  var sha256: String {
    hasher.finalize().map { String(format: "%02x", $0) }.joined()
  }
}
