import Testing

@testable import Reports

@Suite("Markup is safe by its type")
struct MarkupTests {
  @Test(
    "A word of more than 24 letters may end after every twelfth; blanks and hyphens end words",
    arguments: [
      ("abcdefghijklmnopqrstuvwx yz", "abcdefghijklmnopqrstuvwx yz"),
      ("see abcdefghijklmnopqrstuvwxy, no", "see abcdefghijkl<wbr>mnopqrstuvwx<wbr>y, no"),
      ("abcdefghijklmnopqrstuvw-xyzabcdefghijklm", "abcdefghijklmnopqrstuvw-xyzabcdefghijklm"),
      (
        "two aaaaaaaaaaaaaaaaaaaaaaaaa\tbbbbbbbbbbbbbbbbbbbbbbbbb",
        "two aaaaaaaaaaaa<wbr>aaaaaaaaaaaa<wbr>a bbbbbbbbbbbb<wbr>bbbbbbbbbbbb<wbr>b"
      ),
    ])
  func longWords(text: String, shown: String) {
    #expect(("\(prose: text)" as Markup).text == shown)
  }

  @Test("what is interpolated cannot open, end or leave anything")
  func escapes() {
    let hostile = "</script><img src=x onerror='alert(1)'>\"&"
    let cell: Markup = "<td title=\"\(hostile)\">\(hostile)</td>"
    let shown = "&lt;/script&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&quot;&amp;"
    #expect(cell.text == "<td title=\"\(shown)\">\(shown)</td>")
  }

  @Test("controls and characters that turn the text round become visible")
  func showsControls() {
    let piece: Markup = "<b>\("a\u{1B}[31m\u{202E}b\nc")</b>"
    #expect(piece.text == "<b>a\\u{1B}[31m\\u{202E}b c</b>")
  }

  @Test("pieces join without being escaped again")
  func joins() {
    let items: [Markup] = ["a&b", "c"].map { "<li>\($0)</li>" }
    let list: Markup = "<ul>\(items)</ul>\(7)"
    #expect(list.text == "<ul><li>a&amp;b</li><li>c</li></ul>7")
  }

  @Test(
    "only addresses of the web become links",
    arguments: [
      ("https://example.org/?a=1&b=\"", "https://example.org/?a=1&amp;b=&quot;"),
      ("HTTP://example.org", "HTTP://example.org"),
      ("javascript:alert(1)", nil), ("data:text/html,x", nil), (" https://x", nil), ("", nil),
    ])
  func linksOnlyToTheWeb(address: String, attribute: String?) {
    #expect(Markup.webAddress(address)?.text == attribute)
  }
}
