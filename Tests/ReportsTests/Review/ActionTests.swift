@testable import Reports
import Stances
import Testing

/// A command in a report is one that a shell reads as it was meant, in each format.
@Suite("Commands in reports")
struct ActionTests {
  private func document(_ command: String) -> Document {
    Document(
      title: "Review", query: [], blocks: [.actions([.init("what to look at", command: command)])],
      proof: "", records: Records(of: [String](), []))
  }

  @Test("a word is quoted if a shell would take any character in it for something else")
  func quoting() {
    #expect(shellQuoted("dji-2022-04-halt") == "dji-2022-04-halt")
    #expect(shellQuoted("https://example.org/a%20b") == "https://example.org/a%20b")
    #expect(shellQuoted("https://example.org/?a=1&b=$(id)") == "'https://example.org/?a=1&b=$(id)'")
    #expect(shellQuoted("it's; `id`") == #"'it'\''s; `id`'"#)
    #expect(shellQuoted("") == "''")
  }

  @Test(
    "a long command is broken between words, never in quotes, nor between an option and its value")
  func wrapping() {
    let text = document(
      "stance correct an-event-of-some-length --evidence-grade A2 --reason 'Only one says so.'"
    ).text(TextStyle(width: 40, color: false))
    #expect(
      text.contains(
        #"""
        • what to look at
            stance correct \
              an-event-of-some-length \
              --evidence-grade A2 \
              --reason 'Only one says so.'
        """#), "\(text)")
    let address = "https://example.org/an/address/longer/than/the/line"
    #expect(
      document("stance capture FILE --url \(address)").text(TextStyle(width: 40, color: false))
        .contains("--url \(address)\n"))
  }

  @Test("in Markdown it is code whatever it has in it, in a page it is escaped")
  func formats() {
    let markdown = document("stance show `id` <b>").markdown()
    #expect(markdown.contains("* what to look at\n  ``stance show `id` <b>``\n"), "\(markdown)")
    let page = document("stance show '<b>'").page.html(.singleFile)
    #expect(page.contains("<br><code>stance show &#39;&lt;b&gt;&#39;</code>"), "\(page)")
  }

  @Test("control characters of a recorded text do not reach a terminal")
  func hostile() {
    let text = document("stance show '\u{1B}[2J'").text(TextStyle(width: 80, color: false))
    #expect(!text.contains("\u{1B}"))
  }
}
