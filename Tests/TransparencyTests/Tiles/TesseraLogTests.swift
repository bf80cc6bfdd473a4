import Testing

@testable import Transparency

/// A log of 15 leaves that Tessera wrote, made again from the leaves and the key.
@Suite("Tessera's log", .enabled(if: Vectors.areAtHand))
struct TesseraLogTests {
  struct Keys: Decodable {
    let skey: String
    let vkey: String
    let leaves: [String]
  }

  let keys: Keys
  let key: SigningKey
  let log: MemoryLog

  init() throws {
    keys = try Vectors.json("tessera/keys.json")
    key = try SigningKey(keys.skey)
    log = try MemoryLog(keys.leaves.map { Array($0.utf8) })
  }

  @Test("The public key is that of the private one")
  func publicKey() {
    #expect(key.verifier.text == keys.vkey)
  }

  @Test("Every checkpoint opens, and has the size and the root of our tree")
  func checkpoints() throws {
    let policy = try CheckpointPolicy(log: VerifierKey(keys.vkey))
    for size in 0...UInt64(15) {
      let file = try Vectors.bytes("tessera/log/checkpoint.\(size)")
      let opened = try SignedCheckpoint(file, policy: policy)
      #expect(opened.checkpoint.head == (try log.head(ofSize: size)))
      #expect(opened.note.bytes == file)
    }
  }

  // CryptoKit draws random numbers for each Ed25519 signature; swift-crypto's are RFC 8032's.
  #if os(Linux)
    @Test("Every checkpoint comes out byte for byte, with its signature")
    func signedCheckpoints() throws {
      for size in 0...UInt64(15) {
        let checkpoint = Checkpoint(
          origin: Origin(key.verifier.name), head: try log.head(ofSize: size))
        #expect(
          try key.sign(checkpoint).bytes == Vectors.bytes("tessera/log/checkpoint.\(size)"))
      }
      #expect(
        try Vectors.bytes("tessera/log/checkpoint") == Vectors.bytes("tessera/log/checkpoint.15"))
    }
  #endif

  @Test("Every tile and bundle comes out byte for byte, under its path")
  func tiles() throws {
    for size in UInt64(1)...15 {
      let paths = TileCoverage(size: size).paths()
      #expect(paths.map(\.text) == ["tile/entries/000.p/\(size)", "tile/0/000.p/\(size)"])
      for path in paths {
        let file = try Vectors.bytes("tessera/log/\(path.text)")
        switch path {
        case .entries(let span):
          let leaves = Array(log.leaves.prefix(span.width))
          #expect(try EntryBundle.encode(leaves) == file)
          #expect(try EntryBundle.decode(file, span) == leaves)
        case .hashes(let level, let span):
          let hashes = try log.tile(level: level, span)
          #expect(try HashTile.encode(hashes) == file)
          #expect(try HashTile.decode(file, span) == hashes)
        }
      }
    }
  }
}
