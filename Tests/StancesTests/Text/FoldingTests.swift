import Stances
import Testing

@Suite("Folded names")
struct FoldingTests {
  @Test(
    "case, accents, width and blanks do not count",
    arguments: [
      ("  Ｌｅｎｏｖｏ\u{A0} Gróup ", "lenovo group"), ("TÜRKİYE", "turkiye"), ("Łódź", "lodz"),
      ("Mærsk", "maersk"), ("Straße", "strasse"), ("L’Oréal", "l'oreal"), ("联想", "联想"),
      ("\u{212B}ngstrom", "angstrom"), ("", ""),
    ])
  func folds(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  @Test("a name in ASCII is folded as one that has other letters as well")
  func plain() {
    for byte in UInt8(0)..<0x80 {
      for text in ["A\(Unicode.Scalar(byte))B", "\(Unicode.Scalar(byte))"] {
        let other = folded("\u{E9}" + text)
        #expect(folded("e" + text) == other, "\(byte)")
        #expect(looks("e" + text) == looks("\u{435}" + text), "\(byte)")
      }
    }
    #expect(folded("\t A  b\r\n") == "a b")
  }

  @Test("letters of other scripts that are drawn alike look the same, and are not equal")
  func lookalikes() {
    let cyrillic = "L\u{435}n\u{43E}v\u{43E}"
    #expect(folded(cyrillic) != folded("Lenovo"))
    #expect(looks(cyrillic) == looks("LENOVO"))
  }

  @Test("accents are joined to their letters")
  func composes() {
    #expect(Array(composed("e\u{301}").unicodeScalars) == ["\u{E9}"])
  }
}
