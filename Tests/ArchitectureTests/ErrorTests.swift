import JSON
import Testing

@Suite("Errors")
struct ErrorTests {
  @Test("every error that leaves its file says its kind beside its cases")
  func everyErrorHasAKind() throws {
    let files = try SourceTree.swiftFiles(in: "Sources")
    try #require(!files.isEmpty)
    #expect(files.flatMap(Self.errorsWithoutKind) == [])
  }

  @Test(
    "an error without a kind is found",
    arguments: [
      "package enum Bare: Error, Equatable {", "struct Bare: Hashable, Error {",
      "extension Bare: Error {}", "final class Bare: Swift.Error {",
    ])
  func errorWithoutKindIsFound(text: String) {
    #expect(Self.errorsWithoutKind(in: .init(path: "Sample.swift", text: text)).count == 1)
  }

  @Test(
    "what has a kind, stays in its file or only speaks of errors passes",
    arguments: [
      "package enum Told: StanceError, Equatable {", "private struct Signal: Error {}",
      "let result: Result<Int, any Error>", "package protocol StanceError: Error {",
    ])
  func othersPass(text: String) {
    #expect(Self.errorsWithoutKind(in: .init(path: "Sample.swift", text: text)) == [])
  }

  @Test("every error is called one: its name ends with Error")
  func everyErrorIsCalledOne() throws {
    let files = try SourceTree.swiftFiles(in: "Sources")
    #expect(files.flatMap(Self.misnamed) == [])
  }

  @Test("an error that is called something else is found, and its reason inside it is not")
  func misnamedIsFound() {
    let text =
      "enum NoteRefusal: StanceError {\n  enum Reason: StanceError {\nenum KeyError: CallerError {"
    #expect(
      Self.misnamed(in: .init(path: "Sample.swift", text: text))
        == ["Sample.swift:1: NoteRefusal is an error and not called one"])
  }

  private static func misnamed(in file: SourceTree.File) -> [String] {
    CodeLines(file.text).lines.enumerated().compactMap { index, line in
      guard let match = line.code.firstMatch(of: declaration), match.1 != "Reason",
        match.2.contains(/\b(StanceError|CallerError)\b/), !match.1.hasSuffix("Error")
      else { return nil }
      return "\(file.path):\(index + 1): \(match.1) is an error and not called one"
    }
  }

  private static func errorsWithoutKind(in file: SourceTree.File) -> [String] {
    CodeLines(file.text).lines.enumerated().compactMap { index, line in
      guard let match = line.code.firstMatch(of: declaration), !line.code.contains("private "),
        match.2.split(whereSeparator: { ", ".contains($0) }).contains(where: {
          $0 == "Error" || $0 == "Swift.Error"
        })
      else { return nil }
      // The parser's own signal: it becomes an error with a place before it leaves the parser.
      guard !(file.path.hasSuffix("JSONParser.swift") && match.1 == "Failure") else { return nil }
      return "\(file.path):\(index + 1): \(match.1) has no kind"
    }
  }

  private static var declaration: Regex<(Substring, Substring, Substring)> {
    /\b(?:enum|struct|class|actor|extension)\s+([\w.]+)\s*:([^{]*)/
  }
}
