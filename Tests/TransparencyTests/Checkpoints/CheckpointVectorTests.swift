import Testing

@testable import Transparency

@Suite("Checkpoints of the public vectors", .enabled(if: Vectors.areAtHand))
struct CheckpointVectorTests {
  struct Bodies: Decodable {
    struct Body: Decodable { let body: String }
    struct Database: Decodable {
      let n: UInt64
      let recordData: String
      let wantText: String
    }
    let upstreamValid: [Body]
    let upstreamInvalid: [Body]
    let strictInvalidLocal: [Body]
    let goSumDb: Database
  }

  let bodies: Bodies

  init() throws {
    bodies = try Vectors.json("tlog/checkpoint-body.json")
  }

  @Test("What the reference or the format refuses is refused")
  func invalid() {
    #expect(bodies.upstreamInvalid.count == 7)
    #expect(bodies.strictInvalidLocal.count == 9)
    for vector in bodies.upstreamInvalid + bodies.strictInvalidLocal {
      #expect(throws: CheckpointError.self, "\(vector.body)") {
        try Checkpoint(text: Array(vector.body.utf8))
      }
    }
  }

  @Test("The reference takes roots of any length; here each is refused for its root alone")
  func looseRoots() throws {
    #expect(bodies.upstreamValid.count == 5)
    for vector in bodies.upstreamValid {
      let lines = vector.body.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(throws: CheckpointError.badRoot(String(lines[2]))) {
        try Checkpoint(text: Array(vector.body.utf8))
      }
      // With a root of 32 bytes in its place, the rest of the text is read as it is.
      let root = String(decoding: MerkleHash.leaf([]).base64, as: UTF8.self)
      let repaired = Array(
        (lines[..<2] + [root[...]] + lines[3...]).joined(separator: "\n").utf8)
      let checkpoint = try Checkpoint(text: repaired)
      #expect(checkpoint.origin.description == lines[0])
      #expect("\(checkpoint.head.size)" == lines[1])
      #expect(checkpoint.extensions.count == lines.count - 4)
      #expect(checkpoint.text == repaired)
    }
  }

  @Test("Go's checksum database writes its head in the same three lines")
  func checksumDatabase() throws {
    // The root is the hash of one record, no matter what the size says.
    let vector = bodies.goSumDb
    let origin = try #require(Origin(line: Array("go.sum database tree".utf8)))
    let root = MerkleHash.leaf(Array(vector.recordData.utf8))
    let checkpoint = Checkpoint(origin: origin, head: try TreeHead(size: vector.n, root: root))
    #expect(checkpoint.text == Array(vector.wantText.utf8))
    #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
  }
}
