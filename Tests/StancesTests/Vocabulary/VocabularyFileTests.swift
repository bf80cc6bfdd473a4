import JSON
import Stances
import TestSupport
import Testing

@Suite("Vocabulary: what is generated from the table of fields")
struct VocabularyFileTests {
  @Test("The vocabulary page is up to date")
  func page() throws {
    let page = try VocabularyPage.markdown { type in
      try RepositoryFiles.text(
        "Events/examples/\(type.rawValue).v\(Vocabulary.version(of: type)).json")
    }
    try RepositoryFiles.expectUpToDate("Events/README.md", page)
  }

  @Test("The JSON Schema is up to date")
  func schema() throws {
    let bytes = EventSchema.document.prettyBytes()
    try RepositoryFiles.expectUpToDate(
      "Events/schema.json", String(decoding: bytes, as: UTF8.self) + "\n")
  }

  @Test("Every date on the page is a date that an event can have")
  func dates() {
    for text in PageTables.dateExamples {
      #expect(throws: Never.self, "\(text)") { try FuzzyDate(text) }
    }
  }
}
