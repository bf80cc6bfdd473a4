import Stances
import Testing

@Suite("Words of texts")
struct TextWordsTests {
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    forEachWord(in: text) { word in
      #expect(!text[word.range].isEmpty)
      words.append(word.word)
      return true
    }
    return words
  }

  @Test(
    "a word is a run of letters, marks and digits; a sign of a script without blanks is a word",
    arguments: [
      ("Put on furlough, on 2/3 pay.", ["put", "on", "furlough", "on", "2", "3", "pay"]),
      ("Gróup e\u{301}tude ＤＪＩ", ["group", "etude", "dji"]),
      ("L’Oréal: 40\u{A0}%", ["l", "oreal", "40"]),
      ("Straße", ["strasse"]),
      ("联想 Lenovo退出", ["联", "想", "lenovo", "退", "出"]),
      ("", []), (" … — ", []), ("\u{301}", []),
    ])
  func words(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test("a text in ASCII has the words that it has beside other letters")
  func plain() {
    for byte in UInt8(0)..<0x80 {
      let text = "a\(Unicode.Scalar(byte))b C\(Unicode.Scalar(byte))"
      #expect(words(text) + ["e"] == words(text + " \u{E9}"), "\(byte)")
    }
  }

  @Test(
    "all words must be there, in any order and in any of the texts, each as the start of a word",
    arguments: [
      ("furlough", ["staff were Furloughed in May"], "Furloughed"),
      ("MAY furlough", ["staff were furloughed in May"], "May"),
      ("may furlough", ["In May", "furlough for all"], "May"),
      ("may lough", ["In May", "furlough for all"], nil),
      ("退出", ["联想退出俄罗斯"], "退出"), ("出退", ["联想退出俄罗斯"], nil), ("退 出", ["出了，退了"], "退"),
      ("退出", ["退 出"], nil), ("Lenovo退出", ["退出: Lenovo"], "Lenovo"),
      ("dji", ["ＤＪＩ says"], "ＤＪＩ"), ("Lenovo", ["L\u{435}novo"], "L\u{435}novo"),
      ("cafe", ["le caf\u{E9} noir"], "caf\u{E9}"),
      ("cafe", ["le cafe\u{301} noir"], "cafe\u{301}"),
      ("!", ["what!"], nil), ("", ["x"], nil),
    ] as [(String, [String], String?)])
  func places(query: String, texts: [String], expected: String?) {
    let place = TextQuery(query).place(in: texts)
    #expect(place.map { String(texts[$0.text][$0.range]) } == expected)
  }

  @Test(
    "what is spelt as it was given is told from what only looks alike",
    arguments: [
      ("furlough", "staff were Furloughed", true), ("dji", "ＤＪＩ says", false),
      ("Lenovo", "L\u{435}novo", false), ("cafe", "le caf\u{E9}", false),
      ("cafe", "le cafe\u{301}", false), ("caf\u{E9}", "le cafe\u{301}", true),
      ("退出", "联想退出", true), ("may cafe", "in May, le caf\u{E9}", false),
    ])
  func spelling(query: String, text: String, isSpelt: Bool) {
    #expect(TextQuery(query).place(in: [text])?.isSpelt == isSpelt)
  }
}
