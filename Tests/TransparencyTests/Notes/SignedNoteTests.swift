import Foundation
import TestSupport
import Testing

@testable import Transparency

@Suite("Signed notes")
struct SignedNoteTests {
  let key: SigningKey
  let text = Array("one\n\ntwo\n".utf8)
  let note: SignedNote

  init() throws {
    key = try SampleKeys.log()
    note = try SignedNote(text: text, signatures: [key.signature(over: text)])
  }

  @Test("The last empty line parts the text from the signatures")
  func lastBlankLine() throws {
    let read = try SignedNote(note.bytes)
    #expect(read == note)
    #expect(try read.verified(by: [key.verifier]).text == text)
  }

  @Test("Every flipped bit of a note is noticed")
  func flippedBits() throws {
    for bit in 0..<note.bytes.count * 8 {
      let spoiled = note.bytes.flipping(bit: bit)
      #expect(throws: NoteError.self, "bit \(bit)") {
        try SignedNote(spoiled).verified(by: [key.verifier])
      }
    }
  }

  @Test(
    "Carriage returns, tabs and a missing newline do not make a note",
    arguments: ["\r", "\t", "\0"])
  func controlCharacters(character: String) throws {
    let spoiled = String(decoding: note.bytes, as: UTF8.self)
      .replacingOccurrences(of: "two\n", with: "two\(character)\n")
    #expect(throws: NoteError.notPlainText) { try SignedNote(spoiled.utf8) }
    #expect(throws: NoteError.unfinishedLine) { try SignedNote(note.bytes.dropLast()) }
  }

  @Test("A signature with a non-canonical end is refused, though it decodes to the same bytes")
  func nonCanonicalBase64() throws {
    var bytes = note.bytes
    // 68 bytes leave two bits of the last digit unused, which must be 0.
    let digit = bytes.count - 3
    #expect(bytes[digit + 1] == UInt8(ascii: "="))
    bytes[digit] += 1
    #expect(throws: NoteError.self) { try SignedNote(bytes) }
  }

  @Test(
    "A line that is not quite a signature line refuses the note",
    arguments: [
      "- a AAAAAAA=\n", "\u{2014}  a AAAAAAA=\n", "\u{2014} a  AAAAAAA=\n",
      "\u{2014} a AAAAAAA=  \n",
      "\u{2014} a+b AAAAAAA=\n", "\u{2014} a\u{A0}b AAAAAAA=\n", "\u{2014} a AAAAAA==\n",
      "\u{2014} AAAAAAA=\n", "\u{2014} a AAAAAAA\n", "\u{2014}\u{A0}a AAAAAAA=\n",
    ])
  func badLines(line: String) {
    #expect(throws: NoteError.self) { try SignedNote(note.bytes + Array(line.utf8)) }
    #expect(throws: NoteError.self) { try SignedNote(Array("t\n\n\(line)".utf8)) }
  }

  @Test("Up to a hundred lines are read, and unknown ones are kept")
  func manySignatures() throws {
    let strangers = try (0..<99).map { number in
      let key = try SigningKey(
        name: KeyName("stranger\(number)"), seed: Array(repeating: 2, count: 32))
      return try key.signature(over: text)
    }
    let full = try note.adding(strangers)
    let opened = try SignedNote(full.bytes).verified(by: [key.verifier])
    #expect(opened.verified.count == 1)
    #expect(opened.unverified == strangers)
    let more = full.bytes + note.signatures[0].line
    #expect(throws: NoteError.tooManySignatures) { try SignedNote(more) }
  }

  @Test("Signing again replaces the line of the same key and keeps the others in order")
  func resigning() throws {
    let first = try SampleKeys.Witness("a.example", seed: 3)
    let second = try SampleKeys.Witness("b.example", seed: 4)
    let old = try note.adding([
      first.cosign(text, at: 1), second.cosign(text, at: 2),
    ])
    let new = try old.adding([first.cosign(text, at: 3)])
    #expect(
      new.signatures.map(\.name.description) == ["example.org/log", "b.example", "a.example"])
    #expect(Cosignature(new.signatures[2].bytes)?.timestamp == 3)
  }

  @Test("Another key of the same name, and the same ID under another name, are unknown keys")
  func halfKnown() throws {
    let rotated = try SigningKey(
      name: KeyName("example.org/log"), seed: Array(repeating: 9, count: 32))
    #expect(throws: NoteError.noKnownKey) { try note.verified(by: [rotated.verifier]) }
    let renamed = NoteSignature(
      name: try KeyName("other"), id: key.verifier.id, bytes: note.signatures[0].bytes)
    let foreign = try SignedNote(text: text, signatures: [renamed])
    #expect(throws: NoteError.noKnownKey) { try foreign.verified(by: [key.verifier]) }
  }

  @Test("One bad signature of a known key refuses a note that others signed")
  func oneBadSignature() throws {
    let other = try SampleKeys.Witness("w.example", seed: 3)
    let lie = try other.cosign(Array("something else\n".utf8), at: 1)
    let mixed = try note.adding([lie])
    #expect(throws: NoteError.wrongSignature(other.verifier.name, other.verifier.id)) {
      try mixed.verified(by: [key.verifier, other.verifier])
    }
    #expect(throws: Never.self) { try mixed.verified(by: [key.verifier]) }
  }

  @Test("Two spellings of one name are two names")
  func normalizationForms() throws {
    let composed = try KeyName("caf\u{E9}.example")
    let decomposed = try KeyName("cafe\u{301}.example")
    #expect(composed != decomposed)
    #expect("\(composed)" == "\(decomposed)", "Swift's strings do not distinguish them")
  }

  @Test(
    "Names are not empty and hold no space, plus or control character",
    arguments: ["", "a b", "a+b", "a\u{2003}b", "a\u{85}b", "a\nb", "a\u{1}b"])
  func badNames(name: String) {
    #expect(throws: KeyError.badName(name)) { try KeyName(name) }
  }

  @Test("A key's text with its ID in upper case, or of a cosigner as a log's, is refused")
  func keyTexts() throws {
    let parts = key.verifier.text.split(separator: "+", maxSplits: 2)
    let upper = "\(parts[0])+\(parts[1].uppercased())+\(parts[2])"
    #expect(throws: KeyError.notAKey) { try VerifierKey(upper) }
    #expect(throws: KeyError.notAKey) { try SigningKey(key.verifier.text) }
    let random = try SigningKey(newFor: KeyName("example.org/new"))
    #expect(try SigningKey(random.secretText).verifier == random.verifier)
    #expect(throws: KeyError.wrongLength(31)) {
      try SigningKey(name: KeyName("a"), seed: Array(repeating: 1, count: 31))
    }
  }

  @Test("Printing or dumping a private key does not reveal the secret")
  func printedKey() throws {
    var dumped = ""
    dump(key, to: &dumped)
    let secret = try #require(key.secretText.split(separator: "+").last)
    for text in ["\(key)", String(reflecting: key), dumped] {
      #expect(!text.contains(secret))
      #expect(!text.contains("PRIVATE+KEY"))
      #expect(!text.contains("seed"))
    }
    #expect(dumped.contains("verifier"))
  }

  @Test("Base 64 is that of Foundation, and what does not round-trip is refused")
  func base64() {
    var generator = SeededGenerator(seed: 4648)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = Array(Data(bytes).base64EncodedData())
      #expect(Base64.encode(bytes) == text)
      #expect(Base64.decode(text) == bytes)
    }
    for text in [
      "A", "AA", "AAA", "AA=", "AB==", "AAB=", "====", "A===", "AA==AAAA", "AA-_", "AA A",
    ] {
      #expect(Base64.decode(Array(text.utf8)) == nil, "\(text)")
    }
  }
}
