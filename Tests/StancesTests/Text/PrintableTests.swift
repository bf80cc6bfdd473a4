import Errors
import Stances
import Testing

@Suite("Text made safe for a terminal")
struct PrintableTests {
  @Test(
    "Control characters become visible and line breaks become spaces",
    arguments: [
      ("\u{1B}[31mred", "\\u{1B}[31mred"), ("a\u{7}b", "a\\u{7}b"), ("a\u{7F}", "a\\u{7F}"),
      ("\u{9B}2J", "\\u{9B}2J"), ("user\u{202E}txt.exe", "user\\u{202E}txt.exe"),
      ("a\nb\tc\r\nd\re", "a b c d e"), ("a\u{2028}b", "a b"), ("\u{0}", "\\u{0}"),
      ("\r\u{0}\n", " \\u{0} "),
    ])
  func escapes(text: String, safe: String) {
    #expect(printable(text) == safe)
  }

  @Test("No control character and no bidirectional control is left of any that there is")
  func noneIsLeft() {
    let unsafe: [ClosedRange<UInt32>] = [
      0x0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
    ]
    for value in unsafe.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let safe = printable("a\(Character(scalar))b")
      #expect(!safe.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      #expect(safe.hasPrefix("a") && safe.hasSuffix("b"))
    }
  }

  @Test(
    "Other text is left alone, byte for byte",
    arguments: ["Lenovo", "联想集团", "👩‍👩‍👧‍👦", "e\u{301}", "é", "مرحبا", "\\u{1B}"])
  func untouched(text: String) {
    #expect(printable(text).utf8.elementsEqual(text.utf8))
  }
}
