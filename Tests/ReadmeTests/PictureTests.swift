import Foundation
import TestSupport
import Testing

/// The pictures that the README shows lie beside the corpus from which the program made them.
@Suite("The README's pictures")
struct PictureTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized
  private static let folder = "Events/china-tech-russia/pictures"

  /// The pictures by file name, with the report that draws each.
  static let pictures = [
    "lenovo.svg": "company lenovo --picture strip", "board.svg": "postures --picture board",
  ]

  /// With `STANCE_RECORD_GOLDENS=1` in the environment the pictures are drawn anew instead, and the
  /// test fails all the same, so that nobody records by accident.
  @Test("each picture is what the program draws of the founding corpus")
  func picturesAreCurrent() throws {
    let log = try FoundingLog(root: Self.root)
    let page = try String(
      contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    for (name, report) in Self.pictures.sorted(by: { $0.key < $1.key }) {
      let drawn =
        try log.output(of: "stance report \(report) --to 2022-05-06 --format svg")
        .joined(separator: "\n") + "\n"
      let file = Self.root.appending(path: "\(Self.folder)/\(name)")
      if Golden.isRecording {
        try Data(drawn.utf8).write(to: file)
        Issue.record("\(name) was recorded; look at it and run again")
      } else {
        #expect(
          try String(contentsOf: file, encoding: .utf8) == drawn,
          "\(name) is stale; run with STANCE_RECORD_GOLDENS=1 and look at it")
      }
      #expect(page.contains("(\(Self.folder)/\(name))"), "the README does not show \(name)")
    }
  }
}
