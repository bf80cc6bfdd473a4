import Stances
import TestSupport
import Testing

@Suite("Identity: slugs")
struct IdentifierTests {
  @Test(
    "A slug is lower-case letters and digits with single hyphens between",
    arguments: [
      "a", "0", "dji", "cn-mofcom", "2022-03-11", "a-b-c-1",
      "01890a5d-ac96-774b-bcce-b302099a8057",
    ])
  func accepted(text: String) {
    #expect(CompanyID(text)?.text == text)
  }

  @Test(
    "Anything else is none",
    arguments: [
      "", "-", "-a", "a-", "a--b", "A", "Dji", "a_b", "a b", " a", "a\n", "é", "ａ", "a.b", "a/b",
      "a–b", "名",
    ])
  func refused(text: String) {
    #expect(CompanyID(text) == nil)
  }

  @Test("A slug has 128 characters at most")
  func length() {
    #expect(EventID(String(repeating: "a", count: 128)) != nil)
    #expect(EventID(String(repeating: "a", count: 129)) == nil)
  }

  @Test("Random texts are slugs exactly if they have the shape that the schema states")
  func property() throws {
    let seed: UInt64 = 20_220_506
    var generator = SeededGenerator(seed: seed)
    let shape = /[a-z0-9]+(-[a-z0-9]+)*/
    for _ in 0..<1_000 {
      let length = Int.random(in: 0...6, using: &generator)
      let text = String((0..<length).compactMap { _ in "ab0-A_".randomElement(using: &generator) })
      let isSlug = text.wholeMatch(of: shape) != nil
      #expect((EventID(text) != nil) == isSlug, "seed \(seed): '\(text)'")
    }
  }

  @Test("Names are ordered by their bytes")
  func order() {
    let names = ["b", "a-b", "a", "a0", "0"].compactMap { BodyID($0) }
    #expect(names.sorted().map(\.text) == ["0", "a", "a-b", "a0", "b"])
  }
}
