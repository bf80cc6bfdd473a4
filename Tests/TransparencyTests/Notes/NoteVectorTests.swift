import Foundation
import Testing

@testable import Transparency

@Suite("Signed notes of the public vectors", .enabled(if: Vectors.areAtHand))
struct NoteVectorTests {
  struct Notes: Decodable {
    struct Signing: Decodable {
      let skey: String
      let seedHex: String?
      let name: String?
      let text: String
      let wantNote: String?
      let wantLine: String?
    }
    struct Opening: Decodable {
      let desc: String
      let noteBase64: Base64Bytes
      let vkeys: [String]
      let want: String
      let verified: Int?
      let unverified: Int?
    }
    struct Key: Decodable {
      let vkey: String
      let want: String
    }
    struct KeyIdentity: Decodable {
      let name: String
      let pkcs8: Base64Bytes
      let keyId: String
    }
    let skeyToNote: [Signing]
    let open: [Opening]
    let vkeys: [Key]
    let keyIds: [KeyIdentity]
  }

  let notes: Notes

  init() throws {
    notes = try Vectors.json("note/notes.json")
  }

  @Test("Notes open, or are refused for the same reason, as in Go")
  func opening() throws {
    #expect(notes.open.count == 16)
    for vector in notes.open {
      #expect(throws: Never.self, "\(vector.desc)") {
        let keys = try vector.vkeys.map { try VerifierKey($0) }
        #expect(Self.verdict(vector.noteBase64.bytes, keys) == vector.want, "\(vector.desc)")
        if vector.want == "ok" {
          let note = try SignedNote(vector.noteBase64.bytes)
          #expect(note.bytes == vector.noteBase64.bytes, "\(vector.desc)")
          let opened = try note.verified(by: keys)
          #expect(opened.verified.count == vector.verified, "\(vector.desc)")
          #expect(opened.unverified.count == vector.unverified, "\(vector.desc)")
        }
      }
    }
  }

  /// The outcome in the vectors' words.
  private static func verdict(_ note: [UInt8], _ keys: [VerifierKey]) -> String {
    do throws(NoteError) {
      _ = try SignedNote(note).verified(by: keys)
      return "ok"
    } catch {
      return switch error {
      case .notPlainText, .unsigned, .unfinishedLine, .badSignatureLine, .tooManySignatures:
        "malformed"
      case .ambiguousKey: "ambiguous key"
      case .wrongSignature: "invalid signature"
      case .noKnownKey: "no verifiable signatures"
      }
    }
  }

  @Test("Public keys are read and written, or refused")
  func publicKeys() throws {
    #expect(notes.vkeys.count == 11)
    for vector in notes.vkeys {
      if vector.want == "ok" {
        #expect(try VerifierKey(vector.vkey).text == vector.vkey)
      } else {
        #expect(throws: KeyError.self, "\(vector.vkey)") { try VerifierKey(vector.vkey) }
      }
    }
  }

  @Test("No part of a key, and no key with one byte raised, is a key")
  func mangledKeys() throws {
    let secret = try #require(notes.skeyToNote.first?.skey)
    #expect(try SigningKey(secret).secretText == secret)
    let publicKeys = notes.vkeys.filter { $0.want == "ok" }.map(\.vkey)
    #expect(publicKeys.count == 4)
    for text in Self.mangled(secret) {
      #expect(throws: KeyError.self, "\(text)") { try SigningKey(text) }
    }
    for text in publicKeys.flatMap(Self.mangled) {
      #expect(throws: KeyError.self, "\(text)") { try VerifierKey(text) }
    }
  }

  private static func mangled(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let parts = bytes.indices.flatMap { start in
      (start...bytes.count).filter { $0 - start < bytes.count }.map { Array(bytes[start..<$0]) }
    }
    let raised = bytes.indices.map { index in
      var copy = bytes
      copy[index] += 1
      return copy
    }
    return (parts + raised).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("IDs of keys are the first bytes of the hash that the format names")
  func keyIDs() throws {
    for vector in notes.keyIds {
      let seed = vector.pkcs8.bytes.suffix(32)
      #expect(
        try SigningKey(name: KeyName(vector.name), seed: seed).verifier.id.description
          == vector.keyId)
    }
  }

  // CryptoKit draws random numbers for each Ed25519 signature; swift-crypto's are RFC 8032's.
  #if os(Linux)
    @Test("The signatures of known keys come out byte for byte")
    func signing() throws {
      #expect(notes.skeyToNote.count == 2)
      for vector in notes.skeyToNote {
        let text = Array(vector.text.utf8)
        let key =
          if let seed = vector.seedHex, let name = vector.name {
            try SigningKey(name: KeyName(name), seed: hex(seed))
          } else {
            try SigningKey(vector.skey)
          }
        let signature = try key.signature(over: text)
        if let line = vector.wantLine { #expect(signature.line == Array(line.utf8)) }
        if let note = vector.wantNote {
          #expect(try SignedNote(text: text, signatures: [signature]).bytes == Array(note.utf8))
        }
      }
    }
  #endif
}
