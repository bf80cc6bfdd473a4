import Stances
import Testing

@testable import Reports

@Suite("Links to what a page names")
struct SubjectTests {
  private let document = Document(
    title: "A page", query: ["As of 2022-05-06"],
    blocks: [
      .list([
        .named("Lenovo", .company(CompanyID(recorded: "lenovo")), " moved"),
        .events([EventID(recorded: "e1"), EventID(recorded: "e2")], after: "because of "),
        .name("href=\"subject:/company/dji\""),
      ])
    ], proof: "", records: Records(of: [Int](), [("none", { String($0) })]))

  @Test("they lead where the page knows an address, with no trace of the mark elsewhere")
  func addresses() {
    let page = document.page.html(.singleFile) { "https://example.org\($0)" }
    #expect(page.contains("<a href=\"https://example.org/company/lenovo\"><bdi>Lenovo</bdi></a>"))
    #expect(page.contains("<a href=\"https://example.org/event/e2\"><bdi>e2</bdi></a>"))
    #expect(!page.contains("href=\"subject:"))
  }

  @Test("in a file of its own they are names, and no links that lead nowhere")
  func alone() {
    let page = document.page.html(.singleFile)
    #expect(page.contains("<a><bdi>Lenovo</bdi></a> moved"))
    #expect(!page.contains("href=\"subject:"))
  }

  @Test("recorded text that looks like the mark stays text")
  func imitated() {
    let page = document.page.html(.singleFile) { "https://example.org\($0)" }
    #expect(page.split(separator: "https://example.org/").count == 4)
  }
}
