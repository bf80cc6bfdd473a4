import Testing

@Suite("The arrows between targets")
struct ImportTests {
  @Test("every import of Sources/ follows the arrows")
  func sourcesFollowTheArrows() throws {
    let files = try SourceTree.swiftFiles(in: "Sources")
    try #require(!files.isEmpty)
    for violation in files.flatMap(ImportRules.violations) {
      Issue.record("\(violation)")
    }
  }

  @Test("every target under Sources/ has its arrows, and every arrow its target")
  func everyTargetIsKnown() throws {
    let targets = Set(
      try SourceTree.files(in: "Sources").compactMap { file in
        let parts = file.path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : nil
      })
    #expect(targets == Set(ImportRules.allowed.keys))
  }

  @Test(
    "an arrow that runs leftwards is found",
    arguments: [
      ("Stances", "import Foundation", "Foundation"),
      ("Stances", "package import EventLog", "EventLog"),
      ("Stances", "import Glibc", "Glibc"),
      ("EventLog", "@preconcurrency private import Projections", "Projections"),
      ("Projections", "import struct GRDB.Row", "GRDB"),
      ("Reports", "internal import class EventLog.LogReader", "EventLog"),
      ("Reports", "  import Stances; import GRDB // both", "GRDB"),
      ("Intake", "@_spi(Testing) import Reports", "Reports"),
      ("stance", "public import GRDB", "GRDB"),
    ])
  func leftwardArrowIsFound(target: String, line: String, module: String) {
    let file = SourceTree.File(path: "Sources/\(target)/Sample.swift", text: line)
    #expect(
      ImportRules.violations(in: file)
        == ["Sources/\(target)/Sample.swift:1: \(target) may not import \(module)"])
  }

  @Test("passing a module on is found, even if the module itself is allowed")
  func exportedImportIsFound() {
    let file = SourceTree.File(
      path: "Sources/Intake/Sample.swift", text: "@_exported import Stances")
    #expect(
      ImportRules.violations(in: file)
        == ["Sources/Intake/Sample.swift:1: Intake passes Stances on with @_exported"])
  }

  @Test("a target that is not listed is found")
  func unknownTargetIsFound() {
    let file = SourceTree.File(path: "Sources/Extras/Sample.swift", text: "")
    #expect(ImportRules.violations(in: file).count == 1)
  }

  @Test("what only looks like an import is none")
  func proseIsNoImport() {
    let text = ##"""
      // import Foundation
      /* import Foundation /* import GRDB */ import Glibc */ import Stances
      let help = """
        import Foundation
        """
      let raw = #"a "quoted" word // "# ; let isImport = true
      func `import`(file: String) {}
      """##
    #expect(ImportLine.imports(in: text).map(\.module) == ["Stances"])
  }
}
