import Testing

@Suite("Documentation")
struct DocumentationTests {
  @Test("every declaration that other targets see says what it is")
  func everyVisibleDeclarationIsDocumented() throws {
    let files = try SourceTree.swiftFiles(in: "Sources")
    try #require(!files.isEmpty)
    for violation in files.flatMap(DocumentationScanner.violations) {
      Issue.record("\(violation)")
    }
  }

  @Test(
    "a declaration without a comment is found",
    arguments: [
      ("package struct Bare {}", "Bare"),
      ("public func work() {", "work"),
      ("  package static let limit = 3", "limit"),
      ("package private(set) var size = 0", "size"),
      ("package init(_ text: String) throws {", "init(_)"),
      ("package init?(text: String) {", "init(text)"),
      ("@inlinable package mutating func step() {}", "step"),
      ("@available(macOS 15, *) public final class Box<Value> {", "Box"),
      ("package indirect enum Tree {", "Tree"),
      ("package typealias Key = Int", "Key"),
      ("package subscript(index: Int) -> Int {", "subscript"),
      ("package extension Bare {", "Bare"),
      ("// A comment, but not a documentation comment.\npackage let x = 1", "x"),
      ("/// Documents the line below only.\n\npackage let x = 1", "x"),
    ])
  func undocumentedDeclarationIsFound(text: String, name: String) {
    let found = DocumentationScanner.violations(in: .init(path: "Sample.swift", text: text))
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("Sample.swift:\(line): ") == true
        && (found.first?.contains(name) ?? false), "found \(found)")
  }

  @Test("a requirement of a visible protocol without a comment is found")
  func undocumentedRequirementIsFound() {
    let text = """
      /// A source.
      package protocol Source {
        /// The next one.
        func following() -> Int
        var size: Int { get }
      }
      struct Hidden {
        var size: Int
      }
      """
    let found = DocumentationScanner.violations(in: .init(path: "Sample.swift", text: text))
    #expect(found == ["Sample.swift:5: size has no documentation"])
  }

  @Test("what is documented, hidden, a case or a witness passes")
  func othersPass() {
    let text = """
      package import Stances
      /// A thing.
      @frozen
      package struct Thing: Comparable {
        /** How many. */
        package var count: Int
        let hidden = "package let text = 1"
        package var description: String { "" }
        package static func < (a: Self, b: Self) -> Bool { true }
        package static func == (a: Self, b: Self) -> Bool { true }
        func body() { let package = 1; _ = package }
      }
      /// A choice.
      package enum Choice {
        case one
      }
      """
    #expect(DocumentationScanner.violations(in: .init(path: "Sample.swift", text: text)) == [])
  }
}
