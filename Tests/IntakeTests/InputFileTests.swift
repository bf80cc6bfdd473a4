import Foundation
import Testing

@testable import Intake

@Suite("Files")
struct InputFileTests {
  @Test("a missing file is distinguished from one that may not be read")
  func missing() {
    #expect(throws: InputError.notFound(path: "/nowhere/events.csv")) {
      try InputFile(path: "/nowhere/events.csv")
    }
  }

  @Test("a folder is not a file")
  func folder() {
    let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    #expect(throws: InputError.isFolder(path: folder)) { try InputFile(path: folder) }
  }

  @Test(
    "the format is shown by the name, otherwise by the first byte",
    arguments: [
      ("events.CSV", "{", InputFormat.csv), ("a.jsonl", "id", .jsonl), ("a.ndjson", "id", .jsonl),
      ("a.txt", "\n {}", .jsonl), ("a", "[", .jsonl), ("a", "id,type", .csv),
      ("a", "\"id\"", .csv), ("a", "", .jsonl),
    ])
  func format(name: String, text: String, format: InputFormat) throws {
    let file = try ScratchFile(text, named: name)
    #expect(try InputFormat(of: InputFile(path: file.path)) == format)
  }
}
