import Foundation
import Testing

@Suite("The pages of documentation")
struct PageTests {
  @Test("the README is short enough to be read")
  func readmeIsShort() throws {
    let lines = try Page(path: "README.md").text().split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 201, "the README has \(lines.count - 1) lines, more than 200")
  }

  @Test("the README links to every page in Docs")
  func readmeNamesEveryPage() throws {
    let targets = try Page(path: "README.md").targets().map { $0.path(percentEncoded: false) }
    for page in Page.all where page.path.hasPrefix("Docs/") {
      #expect(
        targets.contains(page.file.path(percentEncoded: false)), "nothing leads to \(page)")
    }
  }

  @Test("every link to a file of the repository leads to one", arguments: Page.all)
  func linksLeadSomewhere(page: Page) throws {
    for target in try page.targets() {
      let path = target.path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: path), "\(page) links to \(path)")
    }
  }
}
