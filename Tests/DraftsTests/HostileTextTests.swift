import Drafts
import Errors
import Intake
import JSON
import Stances
import TestSupport
import Testing

@Suite("Any text")
struct HostileTextTests {
  @Test("is read without a crash, and every quotation is a part of it, up to blanks")
  func anyText() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "Acme", "Lenovo", "Bank of China", "halted", "suspended", "sales", "in", "Russia", "’s", "'",
      ".",
      "!", "?", "\n", "\n\n", "\r\n", "\r", "\u{A0}", "\u{200B}", "\u{202E}", "%", "28", "1,000",
      "4.5", "US$",
      "billion", "million", "last month", "on Tuesday", "29 February", "2022-13-45", "99999",
      "among them",
      "said", "not", "exports", "fell", "China's", "foreign ministry", "warned", "，", "联想集团", "é",
      "e\u{301}",
      "👩‍👩‍👧", "\u{FEFF}", "\t", "- ", "1. ", "(", ")", "“", "”", "<script>", "\u{1B}[31m", "{company}",
      "...", "U.S.", "Corp.", "A", "",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0..<120, using: &generator)).map { _ in
        (parts.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
      }
      .joined()
      let found = try Desk.read(text, published: "2022-05-06")
      let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for draft in found.drafts {
        #expect(plain.contains(draft.quote), "\(text.debugDescription)")
        #expect(draft.quote.count <= 1_000)
        #expect(draft["evidence.grade"] == nil)
        let completion = EventCompletion(of: draft.event, type: draft.type)
        #expect(completion.faults.isEmpty, "\(completion.faults) \(text.debugDescription)")
      }
    }
  }

  @Test("a number that lost its beginning is no figure")
  func damagedNumber() throws {
    let drafts = try Desk.read("Chinese exports to Russia fell ’000% in March 2022.").drafts
    #expect(drafts.allSatisfy { $0["change.percent"] == nil })
  }

  @Test("a long sentence is quoted around its cue")
  func longSentence() throws {
    let text =
      String(repeating: "long ago and far away ", count: 100) + "Acme halted sales in Russia "
      + String(repeating: "and so on ", count: 100)
    let draft = try #require(try Desk.read(text).drafts.first)
    #expect(draft.quote.count <= 1_000)
    #expect(draft.quote.contains("Acme halted sales in Russia"))
    #expect(text.contains(draft.quote))
  }

  @Test(
    "what is no article is refused with what to do",
    arguments: [
      ("", "a.txt is empty"), (" \r\n\t", "a.txt is empty"), ("a\0b", "a.txt is no text"),
      ("<!DOCTYPE html><p>x", "a.txt is a page of HTML"),
      ("\u{FEFF}<html>", "a.txt is a page of HTML"),
      (String(repeating: "x", count: 5 << 20), "a.txt has 5242880 bytes"),
    ])
  func refused(text: String, begins: String) throws {
    let error = #expect(throws: ArticleError.self) {
      try ArticleText(Array(text.utf8), named: "a.txt")
    }
    #expect(error?.description.hasPrefix(begins) == true, "\(error?.description ?? "")")
    #expect(error?.kind == .badData)
    #expect(throws: ArticleError.self) { try ArticleText([0x41, 0xFF], named: "a.txt") }
  }
}
