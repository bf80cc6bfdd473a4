import Foundation
import TestSupport
import Testing

extension RepositoryFiles {
  /// Expects a generated file to be up to date.
  ///
  /// With `STANCE_RECORD_GOLDENS=1` in the environment the file is written again instead, and the
  /// test fails all the same, so that no one records by accident.
  static func expectUpToDate(
    _ path: String, _ generated: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = root.appending(path: path)
    if ProcessInfo.processInfo.environment["STANCE_RECORD_GOLDENS"] == "1" {
      try generated.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(path) was recorded; review it and run again", sourceLocation: sourceLocation)
      return
    }
    let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let line = zip(generated.split(separator: "\n"), recorded.split(separator: "\n"))
      .first { $0 != $1 }.map { "\n  now: \($0)\n  was: \($1)" }
    #expect(
      generated == recorded,
      "\(path) is stale; run with STANCE_RECORD_GOLDENS=1 and review it\(line ?? "")",
      sourceLocation: sourceLocation)
  }
}
