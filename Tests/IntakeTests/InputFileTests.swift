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

@Suite("Names for unnamed events")
struct TimeOrderedIdentifierTests {
  /// All bits set, to see which the format fixes.
  private struct Ones: RandomNumberGenerator {
    mutating func next() -> UInt64 { .max }
  }
  private struct Zeros: RandomNumberGenerator {
    mutating func next() -> UInt64 { 0 }
  }

  @Test("the time of RFC 9562's example comes first, version and variant in their places")
  func layout() {
    var (ones, zeros) = (Ones(), Zeros())
    // RFC 9562, appendix A.6: Tuesday, February 22, 2022 2:22:22.00 PM GMT-05:00.
    #expect(
      TimeOrderedIdentifier(milliseconds: 0x017F_22E2_79B0, using: &zeros).text
        == "017f22e2-79b0-7000-8000-000000000000")
    #expect(
      TimeOrderedIdentifier(milliseconds: 0x017F_22E2_79B0, using: &ones).text
        == "017f22e2-79b0-7fff-bfff-ffffffffffff")
  }
}
