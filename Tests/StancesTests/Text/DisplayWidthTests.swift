import Stances
import Testing

@Suite("Columns of a terminal")
struct DisplayWidthTests {
  @Test(
    "A text takes as many columns as a terminal gives it",
    arguments: [
      ("", 0), ("Lenovo", 6), ("联想集团", 8), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("한국어", 6),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("Сбербанк", 8), ("e\u{301}", 1), ("\u{301}", 0),
      ("a\u{200B}b", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇷🇺🇨🇳", 4), ("❤", 1),
      ("❤️", 2), ("1️⃣", 2), ("“”—…", 4), ("中e\u{301}🇷🇺.", 6), ("ไทย", 3), ("กำ", 2), ("ที่", 1), ("कि", 2),
      ("क्ष", 2), ("\u{AD}", 1),
      ("𠀀", 2), ("　", 2), ("\u{1B}", 0), ("\r\n", 0),
    ])
  func widths(text: String, columns: Int) {
    #expect(displayWidth(text) == columns, "\(text)")
  }

  @Test("Every scalar takes the same alone as beside one that has to be looked up")
  func scalars() {
    for value in UInt32(0x20)...0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "x\(scalar)x"
      // A Chinese character takes two, and the whole is then measured cluster by cluster.
      #expect(displayWidth(text) == displayWidth(text + "中") - 2, "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    "A text too wide is cut between characters and ends in an ellipsis",
    arguments: [
      ("Lenovo", 6, "Lenovo"), ("Lenovo", 5, "Leno…"), ("Lenovo", 1, "…"), ("Lenovo", 0, ""),
      ("联想集团", 8, "联想集团"), ("联想集团", 7, "联想集…"), ("联想集团", 6, "联想…"),
      ("👩‍👩‍👧‍👦🇷🇺x", 4, "👩‍👩‍👧‍👦…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func truncation(text: String, columns: Int, cut: String) {
    #expect(text.truncated(to: columns) == cut)
    #expect(displayWidth(text.truncated(to: columns)) <= columns)
  }

  @Test("Padding counts columns, not characters")
  func padding() {
    #expect("联想".padded(to: 6) == "联想  ")
    #expect("联想".padded(to: 6, .trailing) == "  联想")
    #expect("Lenovo".padded(to: 3) == "Lenovo")
  }
}
