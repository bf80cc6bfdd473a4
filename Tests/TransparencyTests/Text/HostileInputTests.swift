import TestSupport
import Testing

@testable import Transparency

/// Every reader against spoiled input: it refuses, or what it read is written back byte for byte.
///
/// So no two spellings of one thing are ever taken for the same, and nothing crashes.
@Suite("Spoiled input")
struct HostileInputTests {
  static let seeds: [UInt64] = [3, 1999, 2030]

  let note: [UInt8]
  let proof: [UInt8]
  let request: [UInt8]
  let checkpoint: [UInt8]
  let publicKey: [UInt8]
  let privateKey: [UInt8]
  let bundle: [UInt8]

  init() throws {
    let key = try SampleKeys.log()
    let log = try MemoryLog((0..<9).map { [UInt8($0), 255] })
    let head = Checkpoint(origin: Origin(key.verifier.name), head: log.range.head)
    let signed = try key.sign(head)
    let witness = try SampleKeys.Witness("w.example", seed: 3)
    let cosigned = try signed.adding([witness.cosign(signed.text, at: 1)])
    note = cosigned.bytes
    proof = try TransparencyProof(
      inclusion: log.inclusionProof(of: 4, inSize: 9), checkpoint: cosigned
    ).bytes
    request = try AddCheckpointRequest(
      oldSize: 5, proof: log.consistencyProof(from: 5, to: 9), checkpoint: signed
    ).body
    checkpoint = head.text
    publicKey = Array(key.verifier.text.utf8)
    privateKey = Array(key.secretText.utf8)
    bundle = try EntryBundle.encode(log.leaves)
  }

  @Test("Notes", arguments: seeds)
  func notes(seed: UInt64) {
    spoil(note, seed) { try? SignedNote($0).bytes }
  }

  @Test("Checkpoints", arguments: seeds)
  func checkpoints(seed: UInt64) {
    spoil(checkpoint, seed) { try? Checkpoint(text: $0).text }
  }

  @Test("Offline proofs", arguments: seeds)
  func proofs(seed: UInt64) {
    spoil(proof, seed) { try? TransparencyProof($0).bytes }
  }

  @Test("Requests to witnesses", arguments: seeds)
  func requests(seed: UInt64) {
    spoil(request, seed) { try? AddCheckpointRequest(body: $0).body }
  }

  @Test("Keys", arguments: seeds)
  func keys(seed: UInt64) {
    spoil(publicKey, seed) { bytes in
      String(validating: bytes, as: UTF8.self)
        .flatMap { try? VerifierKey($0) }.map { Array($0.text.utf8) }
    }
    spoil(privateKey, seed) { bytes in
      String(validating: bytes, as: UTF8.self)
        .flatMap { try? SigningKey($0) }.map { Array($0.secretText.utf8) }
    }
  }

  @Test("Paths of tiles", arguments: seeds)
  func paths(seed: UInt64) {
    for path in [
      "tile/0/x001/x234/067.p/8", "tile/entries/x999/x999/x999/x999/x999/999", "tile/63/000",
    ] {
      spoil(Array(path.utf8), seed) { bytes in
        String(validating: bytes, as: UTF8.self)
          .flatMap { try? TilePath($0) }.map { Array($0.text.utf8) }
      }
    }
  }

  @Test("Bundles", arguments: seeds)
  func bundles(seed: UInt64) throws {
    let span = try #require(TileSpan(index: 0, width: 9))
    spoil(bundle, seed) { bytes in
      (try? EntryBundle.decode(bytes, span)).flatMap { try? EntryBundle.encode($0) }
    }
  }

  /// Reads a thousand spoiled copies and compares what was written back with them.
  private func spoil(
    _ bytes: [UInt8], _ seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation,
    rewrite: ([UInt8]) -> [UInt8]?
  ) {
    #expect(rewrite(bytes) == bytes, sourceLocation: sourceLocation)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      var copy = bytes
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        copy = Self.spoiled(copy, using: &generator)
      }
      if let written = rewrite(copy) {
        #expect(written == copy, "seed \(seed)", sourceLocation: sourceLocation)
      }
    }
  }

  /// The bytes with one of them changed, removed or inserted, or a stretch repeated or cut away.
  private static func spoiled(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    let telling = Array("\n +=/.0AZ\r\u{2014}x".utf8)
    var copy = bytes
    let start = Int.random(in: bytes.indices, using: &generator)
    let end = Int.random(in: start..<bytes.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: copy = copy.flipping(bit: 8 * start + Int.random(in: 0..<8, using: &generator))
    case 1: copy.remove(at: start)
    case 2: copy.insert(telling[end % telling.count], at: start)
    case 3: copy[start] = telling[end % telling.count]
    case 4: copy.insert(contentsOf: bytes[start..<end], at: start)
    default: copy.removeSubrange(start..<end)
    }
    return copy
  }
}
