import Testing

@testable import Transparency

/// Which of the edge cases of C2SP's CCTV are accepted, pinned.
@Suite("Edge cases of Ed25519", .enabled(if: Vectors.areAtHand))
struct Ed25519EdgeCaseTests {
  struct Vector: Decodable {
    let number: Int
    let key: String
    let sig: String
    let msg: String
    let flags: [String]?
  }

  @Test("Keys of small order and second spellings are refused; other keys follow RFC 8032")
  func edgeCases() throws {
    let vectors: [Vector] = try Vectors.json("ed25519/ed25519vectors.json")
    #expect(vectors.count == 914)
    var refusedKeys = 0
    var accepted = 0
    for vector in vectors {
      let flags = Set(vector.flags ?? [])
      let isBadKey = !flags.isDisjoint(with: ["low_order_A", "non_canonical_A"])
      guard let key = try? Ed25519PublicKey(hex(vector.key)) else {
        #expect(isBadKey, "\(vector.number)")
        refusedKeys += 1
        continue
      }
      #expect(!isBadKey, "\(vector.number)")
      let isAccepted = key.verifies(try hex(vector.sig), over: Array(vector.msg.utf8))
      // No factor 8: a residue of low order is not cancelled. R is compared as encoded.
      let isSound = flags.isDisjoint(with: ["low_order_residue", "non_canonical_R"])
      #expect(isAccepted == isSound, "\(vector.number)")
      if isAccepted { accepted += 1 }
    }
    #expect(refusedKeys == 526)
    #expect(accepted == 86)
  }

  @Test("Each of the eight points of small order is refused, no matter what the sign says")
  func smallOrder() throws {
    let heights = [
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    ]
    for height in heights {
      let key = try hex(height)
      #expect(throws: KeyError.smallOrderKey) { try Ed25519PublicKey(key) }
      #expect(throws: KeyError.smallOrderKey) { try Ed25519PublicKey(key.flipping(bit: 255)) }
    }
    let prime = try hex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")
    #expect(throws: KeyError.nonCanonicalKey) { try Ed25519PublicKey(prime) }
    #expect(throws: KeyError.wrongLength(31)) { try Ed25519PublicKey(prime.dropLast()) }
  }

  @Test("A signature that is cut off or has more after it is not valid")
  func signatureLength() throws {
    let key = try SampleKeys.log()
    let signature = try key.signature(over: [1, 2]).bytes
    #expect(key.verifier.verifies(signature, over: [1, 2]))
    #expect(!key.verifier.verifies(Array(signature.dropLast()), over: [1, 2]))
    #expect(!key.verifier.verifies(signature + [0], over: [1, 2]))
    #expect(!key.verifier.verifies([], over: [1, 2]))
  }
}
