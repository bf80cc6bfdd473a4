import JSON
import Reports
import Stances
import TestSupport
import Testing

@Suite("Every report in every format is as its golden file has it")
struct GoldenTests {
  @Test("Text, Markdown, CSV and JSON of the samples")
  func samples() throws {
    for report in SampleReport.all(.plain) { try check(report) }
  }

  @Test("Text, Markdown, CSV and JSON of answers in which nothing was found")
  func empty() throws {
    for report in SampleReport.empty { try check(report) }
  }

  @Test("Text, Markdown, CSV and JSON of answers in which companies followed measures")
  func followed() throws {
    for report in SampleReport.followed(.plain) { try check(report) }
  }

  @Test("On a terminal that shows it, headings are bold and notes dim, and nothing else")
  func colour() throws {
    let document = PosturesReport.document(Samples.plain.answer(Samples.plain.postures))
    try check(document.text(TextStyle(color: true)), "postures-colour.txt")
  }

  private func check(_ report: SampleReport) throws {
    try check(report.document.text(TextStyle(color: false)), "\(report.name).txt")
    try check(report.document.markdown(), "\(report.name).md")
    try check(report.document.csv(), "\(report.name).csv")
    try check(String(decoding: report.json.prettyBytes(), as: UTF8.self), "\(report.name).json")
  }

  private func check(_ content: String, _ name: String) throws {
    let golden = Golden(name: name)
    if Golden.isRecording {
      try golden.record(content)
      Issue.record("\(name) was recorded; run again without STANCE_RECORD_GOLDENS")
    } else {
      // Bytes, because `String` holds differing spellings of a letter equal.
      let isSame = golden.content.map { Array($0.utf8) } == Array(content.utf8)
      #expect(isSame, "\(name) differs:\n\(content)")
    }
  }
}
