import Foundation
import Testing
import TestSupport

@Suite("The version, and what went into the build")
struct VersionTests {
  @Test("--version alone is one line")
  func short() throws {
    #expect(try lines("--version") == ["stance 1.0.0 (rules stance/2)"])
  }

  @Test("--version --verbose has the compiler, SQLite and the resolved version of each package")
  func verbose() throws {
    let lines = try lines("--version", "--verbose")
    #expect(lines.first == "stance 1.0.0 (rules stance/2)")
    let entries = Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { line in
        let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
        return (parts[0], parts[1])
      })
    #expect(entries["compiler"]?.contains("Swift version 6") == true)
    #expect(entries["SQLite"]?.hasPrefix("3.") == true)
    let packages = entries.filter { $0.key != "compiler" && $0.key != "SQLite" }
    #expect(packages.keys.contains("swift-argument-parser"))
    let pins = try Pins.resolved()
    for (name, version) in packages {
      #expect(pins[name.lowercased()] == version, "\(name)")
    }
    #expect(try self.lines("--verbose", "--version") == lines)
  }

  private func lines(_ words: String...) throws -> [String] {
    let desk = try TemporaryDirectory()
    let outcome = try Program([Program.stance] + words, in: desk.path).outcome()
    #expect(outcome.status == 0)
    return outcome.output.split(separator: "\n").map(String.init)
  }
}

/// The file that SwiftPM leaves beside the manifest: each package with its version.
private struct Pins: Decodable {
  struct Pin: Decodable {
    struct State: Decodable {
      let version: String?
    }
    let location: String
    let state: State
  }
  let pins: [Pin]

  static func resolved() throws -> [String: String?] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "Package.resolved"))
    let pins = try JSONDecoder().decode(Self.self, from: data).pins
    return Dictionary(
      uniqueKeysWithValues: pins.map { pin in
        // A package's own name may lack what its repository's name ends with.
        var name = URL(filePath: pin.location).lastPathComponent.lowercased()
        for ending in [".git", ".swift"] where name.hasSuffix(ending) {
          name.removeLast(ending.count)
        }
        return (name, pin.state.version)
      })
  }
}
