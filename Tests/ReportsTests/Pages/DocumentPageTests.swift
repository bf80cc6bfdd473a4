import Stances
import Testing

@testable import Reports

@Suite("Every report as a page")
struct DocumentPageTests {
  @Test("pages of all samples have one title, headings in order and every reference's note")
  func wellMade() {
    for report in SampleReport.all(.plain) + SampleReport.empty {
      let html = report.document.page.html(.singleFile)
      #expect(html.ranges(of: "<h1>").count == 1, "\(report.name)")
      #expect(html.ranges(of: "<main").count == 1, "\(report.name)")
      for reference in html.matches(of: /href="#([^"]+)"/) {
        #expect(html.contains("id=\"\(reference.1)\""), "\(report.name): #\(reference.1)")
      }
    }
  }

  @Test("hostile text leaves every element, attribute and address of a page unchanged")
  func hostile() {
    let expected = SampleReport.all(Samples { "x\($0)" }).map { tags(of: $0.document.page) }
    for hostile in HostileText.all {
      let reports = SampleReport.all(Samples { "\(hostile)\($0)" })
      for (report, expected) in zip(reports, expected) {
        let isSame = tags(of: report.document.page) == expected
        #expect(isSame, "\(report.name): \(hostile)")
      }
    }
  }

  @Test("what was recorded does not reach the running heads whole")
  func runningHead() {
    let title = String(repeating: "長", count: 10_000)
    let html = Page(title: title, query: [], proof: "", body: .empty).html(.singleFile)
    #expect(html.contains("data-title=\"\(String(repeating: "長", count: 59))…\""))
  }

  /// The tags of a page in order, except the places at which long words may break; of their
  /// attributes those that labels do not go into.
  private func tags(of page: Page) -> [String] {
    page.html(.singleFile).replacing("<wbr>", with: "").matches(of: /<[^>]*>/).map { tag in
      String(tag.0).replacing(/(aria-label|data-title|data-query|data-proof)="[^"]*"/, with: "")
    }
  }
}
