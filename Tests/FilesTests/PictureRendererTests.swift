import Errors
import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("Pictures in points")
struct PictureRendererTests {
  private static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 15 10">
    <rect width="15" height="10" fill="#ff0000"/><text x="1" y="9">é</text></svg>
    """

  @Test("a picture becomes a PNG of the size that it names")
  func size() throws {
    let png = try PictureRenderer.png(of: Self.drawing)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    // Width and height, four bytes each, begin the first chunk.
    #expect(Array(png[16..<24]) == [0, 0, 0, 30, 0, 0, 0, 20])
  }

  @Test("a picture cannot bring in a file of the machine")
  func otherFiles() throws {
    let directory = try TemporaryDirectory()
    let secret = directory.file("secret.svg")
    try Data(Self.drawing.utf8).write(to: URL(filePath: secret))
    func naming(_ address: String) -> String {
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="30" height="20">
      <image href="\(address)" width="30" height="20"/></svg>
      """
    }
    #expect(
      try PictureRenderer.png(of: naming("file://\(secret)"))
        == PictureRenderer.png(of: naming("file:///nowhere.svg")))
  }

  @Test("a picture of too many points is refused before anything is drawn")
  func tooLarge() {
    #expect(throws: RenderingError.tooLarge(width: 9_000, height: 9_000)) {
      try PictureRenderer.png(of: "<svg class=\"a\" width=\"9000\" height=\"9000\"></svg>")
    }
  }

  @Test("what the program cannot read is said")
  func notDrawn() {
    #expect(throws: RenderingError.failed(status: 1)) {
      try PictureRenderer.png(of: "<svg width=\"9\" height=\"9\">")
    }
  }

  @Test("a program that is not there is named, with its package")
  func notInstalled() throws {
    let error = #expect(throws: RenderingError.notInstalled) {
      try PictureRenderer.png(of: Self.drawing, by: ["no-such-program"], within: 20)
    }
    #expect(error.map { "\($0)" }?.contains("apt-get install librsvg2-bin") == true)
    #expect(error?.kind == .unavailable)
  }

  @Test("a program that hangs is ended")
  func hanging() throws {
    #expect(throws: RenderingError.outOfTime(seconds: 1)) {
      try PictureRenderer.png(of: Self.drawing, by: ["sleep", "600"], within: 1)
    }
  }
}
