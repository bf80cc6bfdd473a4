import Stances
import TestSupport
import Testing

@testable import Drafts

@Suite("Where a sentence of an article ends")
struct SentenceTests {
  private func sentences(_ text: String) throws -> [String] {
    let splitter = SentenceSplitter(abbreviations: try Desk.cues.get().abbreviations)
    return splitter.sentences(of: text, limit: 8192) { _, _ in }.map(\.text)
  }

  @Test("at a full stop, not at that of an abbreviation, an initial or a number")
  func stops() throws {
    #expect(
      try sentences("Acme Corp. halted sales. It said so on Jan. 5. J. Smith of Acme agreed.")
        == ["Acme Corp. halted sales.", "It said so on Jan. 5.", "J. Smith of Acme agreed."])
    #expect(try sentences("Sales fell 4.5 percent. No. 2 followed.").count == 2)
    #expect(
      try sentences("It left the U.S. The reason is open. The U.S. Department spoke.")
        == ["It left the U.S.", "The reason is open.", "The U.S. Department spoke."])
  }

  @Test("behind the marks that close a quotation")
  func quotations() throws {
    #expect(
      try sentences("“We have stopped.” That was all. \"Why?\" he asked.")
        == ["“We have stopped.”", "That was all.", "\"Why?\" he asked."])
  }

  @Test("headlines, items and paragraphs end without one; wrapped lines go on")
  func lines() throws {
    let text = """
      Makers leave quietly
      By a reporter

      Acme, which sells drones in many markets of the region,
      halted shipments. Borealis did the same
      in April.
      - Acme: drones
      - Borealis: phones
      """
    #expect(
      try sentences(text) == [
        "Makers leave quietly", "By a reporter",
        "Acme, which sells drones in many markets of the region,\nhalted shipments.",
        "Borealis did the same\nin April.", "- Acme: drones", "- Borealis: phones",
      ])
  }

  @Test("the same with CR LF and no-break spaces, and each is found again where it says it is")
  func places() throws {
    let text = "\r\nAcme stopped.\u{A0}It said so.\r\n\r\nLater\u{A0}on."
    let splitter = SentenceSplitter(abbreviations: [])
    let found = splitter.sentences(of: text, limit: 99) { _, _ in }
    #expect(found.map(\.text) == ["Acme stopped.", "It said so.", "Later\u{A0}on."])
    #expect(found.map(\.line) == [2, 2, 4])
    let bytes = Array(text.utf8)
    for sentence in found {
      #expect(Array(bytes[sentence.start..<sentence.end]) == Array(sentence.text.utf8))
    }
  }

  @Test("what has no end is passed over with its line, and not cut")
  func endless() throws {
    var passed: [Int] = []
    let splitter = SentenceSplitter(abbreviations: [])
    let text = "Acme stopped.\n\n" + String(repeating: "word ", count: 40) + "\n\nIt said so."
    let found = splitter.sentences(of: text, limit: 100) { line, bytes in passed += [line, bytes] }
    #expect(found.map(\.text) == ["Acme stopped.", "It said so."])
    #expect(passed == [3, 199])
  }

  @Test("any text: the sentences are parts of it in order, and together all but blanks")
  func anyText() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "A", "b", ".", "!", "?", " ", "\n", "\r\n", "\u{A0}", "”", "\"", ")", "U.S.", "Co.", "9", "é",
      "- ",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0..<60, using: &generator))
        .map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      let splitter = SentenceSplitter(abbreviations: ["co"])
      let found = splitter.sentences(of: text, limit: 8192) { _, _ in }
      let bytes = Array(text.utf8)
      var end = 0
      for sentence in found {
        #expect(sentence.start >= end, "\(text.debugDescription)")
        #expect(Array(bytes[sentence.start..<sentence.end]) == Array(sentence.text.utf8))
        #expect(
          String(decoding: bytes[end..<sentence.start], as: UTF8.self).allSatisfy {
            $0.isWhitespace
          },
          "\(text.debugDescription)")
        end = sentence.end
      }
      #expect(String(decoding: bytes[end...], as: UTF8.self).allSatisfy { $0.isWhitespace })
    }
  }
}
