import Testing

@testable import Transparency

@Suite("Cosignatures")
struct CosignatureTests {
  struct Vector: Decodable {
    let vkey: String?
    let checkpointFile: String?
    let line: String?
    let timestamp: UInt64?
    let timestampOnly: Base64Bytes?
    let want: UInt64?
  }

  @Test("A witness program's cosignatures hold, at its times", .enabled(if: Vectors.areAtHand))
  func vectors() throws {
    var checked = 0
    for vector in try Vectors.json("witness/cosignature.json", as: [Vector].self) {
      if let bytes = vector.timestampOnly?.bytes {
        #expect(Cosignature(Array(bytes.dropFirst(KeyID.byteCount)))?.timestamp == vector.want)
        checked += 1
      } else if let line = vector.line, let vkey = vector.vkey, let file = vector.checkpointFile {
        let witness = try VerifierKey(vkey)
        let log = try VerifierKey(
          Vectors.json("tessera/keys.json", as: TesseraLogTests.Keys.self).vkey)
        let policy = try CheckpointPolicy(log: log, witnesses: [witness], quorum: .witness(witness))
        let checkpoint = try SignedNote(Vectors.bytes("witness/\(file)"))
        let cosigned = try checkpoint.adding(NoteSignature.lines(Array(line.utf8)))
        let opened = try SignedCheckpoint(cosigned.bytes, policy: policy)
        #expect(opened.witnessed.map(\.timestamp) == [vector.timestamp])
        checked += 1
      }
    }
    #expect(checked == 3)
  }

  @Test("A cosignature holds for its time and text only")
  func message() throws {
    let witness = try SampleKeys.Witness("w.example", seed: 3)
    let text = Array("example.org/log\n1\nroot\n".utf8)
    let signature = try witness.cosign(text, at: 1_679_315_147).bytes
    #expect(witness.verifier.verifies(signature, over: text))
    for bit in 0..<signature.count * 8 {
      #expect(!witness.verifier.verifies(signature.flipping(bit: bit), over: text), "bit \(bit)")
    }
    #expect(!witness.verifier.verifies(signature, over: text + [10]))
    #expect(
      Cosignature.message(timestamp: 1_679_315_147, text: text)
        == Array("cosignature/v1\ntime 1679315147\nexample.org/log\n1\nroot\n".utf8))
  }

  @Test("Times beyond 2^63 − 1 and other lengths are not cosignatures")
  func malformed() throws {
    let witness = try SampleKeys.Witness("w.example", seed: 3)
    let text = Array("text\n".utf8)
    let late = try witness.cosign(text, at: 1 << 63).bytes
    #expect(Cosignature(late) == nil)
    #expect(!witness.verifier.verifies(late, over: text))
    #expect(try Cosignature(witness.cosign(text, at: 1 << 63 - 1).bytes) != nil)
    #expect(Cosignature(Array(repeating: 0, count: 71)) == nil)
    #expect(Cosignature(Array(repeating: 0, count: 73)) == nil)
  }

  @Test("A log's signature is not a cosignature of the same key, and the other way round")
  func domainSeparation() throws {
    let log = try SampleKeys.log()
    let text = Array("text\n".utf8)
    let asWitness = VerifierKey(
      name: log.verifier.name, type: .cosignature, publicKey: log.verifier.publicKey)
    #expect(asWitness.id != log.verifier.id)
    let signature = try log.signature(over: text).bytes
    #expect(!asWitness.verifies(signature, over: text))
    #expect(!asWitness.verifies(Array(repeating: 0, count: 8) + signature, over: text))
  }
}
