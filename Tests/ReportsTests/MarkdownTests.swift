import Stances
import Testing

@testable import Reports

@Suite("Reports as Markdown")
struct MarkdownTests {
  @Test("Hostile text keeps the number of lines, headings, rows and cells of a report")
  func shape() {
    let expected = SampleReport.all(Samples { "x\($0)" }).map { Shape(of: $0.document.markdown()) }
    for hostile in HostileText.all {
      let reports = SampleReport.all(Samples { "\(hostile)\($0)" })
      for (report, expected) in zip(reports, expected) {
        // Grouping of sources and "name (slug)" may differ; what is markup may not.
        #expect(Shape(of: report.document.markdown()) == expected, "\(report.name): \(hostile)")
      }
    }
  }

  @Test(
    "What could be markup is escaped",
    arguments: [
      ("a | b", "a \\| b"), ("`code`", "\\`code\\`"), ("[x](y)", "\\[x\\](y)"),
      ("<b>", "\\<b\\>"), ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("1. a", "1\\. a"),
      ("12) a", "12\\) a"), ("---", "\\---"), ("===", "\\==="), ("   code", "code"),
      ("*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"), ("&copy;", "\\&copy;"), ("a\\|b", "a\\\\\\|b"),
      ("http://x www.x a@b", "http\\://x www\\.x a\\@b"), (":smile:", "\\:smile:"),
      ("$x$", "\\$x\\$"),
    ])
  func escapes(text: String, escaped: String) {
    #expect(escapedMarkdown(text) == escaped)
  }

  @Test(
    "What is plain stays plain",
    arguments: ["2022-03-08", "29.55 million", "−40 %", "+12.5 %", "B2: usually", "It did. Then?"])
  func plain(text: String) {
    #expect(escapedMarkdown(text) == text)
  }

  @Test("Only http and https addresses become links, and none can end its link")
  func links() {
    #expect(markdownLink("javascript:alert(1)") == "javascript\\:alert(1)")
    #expect(markdownLink("ftp://x.example") == "ftp\\://x.example")
    #expect(
      markdownLink("https://x.example/a b>(c)|&copy;\n")
        == "[https\\://x.example/a b\\>(c)\\|\\&copy; ](<https://x.example/a%20b%3E(c)%7C&amp;copy;%0A>)"
    )
  }

  /// How many lines of each kind a page has.
  private struct Shape: Equatable {
    var lines: [String: Int] = [:]

    init(of markdown: String) {
      for line in markdown.split(separator: "\n") {
        let mark = line.prefix { "#|-*0123456789.".contains($0) }
        // Cells end at pipes that no backslash precedes.
        var cells = 0
        var isEscaped = false
        for character in line {
          if character == "|", !isEscaped { cells += 1 }
          isEscaped = character == "\\" && !isEscaped
        }
        lines["\(mark.first.map(String.init) ?? "text") with \(cells) cells", default: 0] += 1
      }
    }
  }
}
