import Foundation
import TestSupport
import Testing

/// The pictures that the pages show are in a folder of the corpus from which the program drew them.
@Suite("The pictures on the pages of documentation")
struct PictureTests {
  private static let folder = "Events/china-tech-russia/pictures"

  /// The pictures by file name, with the report that draws each.
  static let pictures = [
    "lenovo.svg": "company lenovo --picture strip", "board.svg": "postures --picture board",
  ]

  /// A picture without the root of its log, which is another one each time it is recorded.
  private static func withoutRoot(_ picture: String) -> String {
    picture.replacing(/root [A-Za-z0-9+\/]{43}=/, with: "root")
  }

  /// With `STANCE_RECORD_GOLDENS=1` in the environment the pictures are drawn again instead, and the
  /// test fails all the same, so that no one records by accident.
  @Test("each picture is what the program draws of the founding corpus")
  func picturesAreCurrent() throws {
    let log = try CaseLog(of: Page.foundingCase, root: Page.root)
    let shown = try Page.all.flatMap { try $0.targets() }
    for (name, report) in Self.pictures.sorted(by: { $0.key < $1.key }) {
      let drawn =
        try log.output(of: "stance report \(report) --to 2022-05-06 --format svg")
        .joined(separator: "\n") + "\n"
      let file = Page.root.appending(path: "\(Self.folder)/\(name)")
      if Golden.isRecording {
        try Data(drawn.utf8).write(to: file)
        Issue.record("\(name) was recorded; look at it and run again")
      } else {
        #expect(
          Self.withoutRoot(try String(contentsOf: file, encoding: .utf8))
            == Self.withoutRoot(drawn),
          "\(name) is stale; run with STANCE_RECORD_GOLDENS=1 and look at it")
      }
      #expect(shown.contains { $0.path() == file.path() }, "no page shows \(name)")
    }
  }
}
