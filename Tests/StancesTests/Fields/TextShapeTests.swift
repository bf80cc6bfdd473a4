import TestSupport
import Testing

@testable import Stances

@Suite("Codec: texts of a fixed shape")
struct TextShapeTests {
  @Test(
    "A web address begins with http or https and has a host",
    arguments: [
      "https://example.org", "http://example.org/", "HTTPS://Example.org/a?b=c#d",
      "https://例え.jp/路", "http://[::1]/", "https://a:8080/x", "https://example.org/a%20b",
    ])
  func address(text: String) {
    #expect(isWebAddress(text))
  }

  @Test(
    "Anything else is not a web address",
    arguments: [
      "", "example.org", "www.example.org", "ftp://example.org", "javascript:alert(1)",
      "https:", "https://", "https:///a", "https://?a", "https://#a", "https://:80",
      "https://example.org/a b", "https://example.org/\n", " https://example.org",
      "https://example.org/<b>", "https://example.org/\"", "https://example.org/\u{7F}",
      "https://example.org/\u{202E}", "data:text/html,x",
    ])
  func noAddress(text: String) {
    #expect(!isWebAddress(text))
  }

  @Test("An LEI has check digits: MOD 97-10 leaves 1")
  func lei() {
    #expect(isLegalEntityIdentifier("5493001KJTIIGC8Y1R12"))
    #expect(isLegalEntityIdentifier("ABCDEFGH012345678928"))
    for wrong in [
      "", "5493001KJTIIGC8Y1R13", "5493001KJTIIGC8Y1R1", "5493001KJTIIGC8Y1R120",
      "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R 2", "5493001KJTIIGC8Y1R1B",
      "5493010KJTIIGC8Y1R12",
    ] {
      #expect(!isLegalEntityIdentifier(wrong), "\(wrong)")
    }
  }

  @Test("A digit for another in an LEI, a letter for another, or two swapped, is found")
  func leiErrors() {
    let right = Array("5493001KJTIIGC8Y1R12")
    for index in right.indices {
      let alike = right[index].isNumber ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      for letter in alike where letter != right[index] {
        var wrong = right
        wrong[index] = letter
        #expect(!isLegalEntityIdentifier(String(wrong)), "\(String(wrong))")
      }
      if index > 0, right[index] != right[index - 1] {
        var wrong = right
        wrong.swapAt(index, index - 1)
        #expect(!isLegalEntityIdentifier(String(wrong)), "\(String(wrong))")
      }
    }
  }

  @Test("A Wikidata item is Q and a number")
  func wikidata() {
    #expect(isWikidataItem("Q160120") && isWikidataItem("Q1"))
    for wrong in ["", "Q", "Q0", "Q01", "q1", "P31", "1", "Q1a", "Q-1", "Q１"] {
      #expect(!isWikidataItem(wrong), "\(wrong)")
    }
  }

  @Test("A language tag has subtags of letters and digits")
  func language() {
    for tag in ["zh", "zh-Hant", "en-GB", "sr-Latn-RS", "de-1996", "es-419"] {
      #expect(isLanguageTag(tag), "\(tag)")
    }
    for wrong in ["", "z", "zh_CN", "zh-", "-zh", "zh--CN", "1a", "abcdefghi", "zh-abcdefghi", "中"]
    {
      #expect(!isLanguageTag(wrong), "\(wrong)")
    }
  }

  @Test("An HS code has 2 to 10 digits; a SHA-256 has 64 in lower-case hexadecimal")
  func digits() {
    #expect(isHarmonizedSystemCode("84") && isHarmonizedSystemCode("8471300000"))
    for wrong in ["", "8", "84713000000", "8471.30", "84 71", "８４"] {
      #expect(!isHarmonizedSystemCode(wrong), "\(wrong)")
    }
    let digest = String(repeating: "0123456789abcdef", count: 4)
    #expect(isSHA256(digest))
    for wrong in [
      digest.uppercased(), String(digest.dropLast()), digest + "0", "g" + digest.dropFirst(),
    ] {
      #expect(!isSHA256(wrong), "\(wrong)")
    }
  }

  @Test(
    "Random texts have the shape that the schema states exactly if the decoder says so",
    arguments: [
      ("^Q[1-9][0-9]*$", "Q019a", isWikidataItem),
      ("^[0-9]{2,10}$", "019.", isHarmonizedSystemCode),
      (languageTagPattern, "aZ9-", isLanguageTag),
      ("^[A-F][1-6]$", "AFG167", { AdmiraltyGrade(code: $0) != nil }),
      ("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$", "-0.19", { Decimal($0) != nil }),
    ] as [(String, String, @Sendable (String) -> Bool)])
  func property(pattern: String, alphabet: String, holds: @Sendable (String) -> Bool) throws {
    let seed: UInt64 = 97
    var generator = SeededGenerator(seed: seed)
    let shape = try Regex(pattern)
    for _ in 0..<500 {
      let length = Int.random(in: 0...6, using: &generator)
      let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
      let isMatch = try shape.wholeMatch(in: text) != nil
      #expect(holds(text) == isMatch, "seed \(seed): '\(text)' and \(pattern)")
    }
  }
}
