import GRDB
import Stances

/// What a verification of a log came to.
package struct Verification: Sendable {
  /// How many events were read.
  package internal(set) var events: Int64 = 0
  /// How many of them are of a type or version that this program does not know.
  package internal(set) var unknown: Int64 = 0
  /// What is wrong, in the order in which it was found, at most ``maximumFindings``.
  package private(set) var findings: [VerificationFinding] = []

  /// How many findings are listed: one edit of a table can make a million.
  package static let maximumFindings = 100

  /// Whether nothing is wrong.
  package var isSound: Bool { findings.isEmpty }

  mutating func note(_ finding: VerificationFinding) {
    if findings.count < Self.maximumFindings { findings.append(finding) }
  }
}

extension EventLog {
  /// Checks the file, its layout, every event and everything derived from the events.
  ///
  /// Finds what is inconsistent. Whoever changes an event with all that is derived from it, and
  /// puts the triggers back, leaves a consistent log: compare an export or a backup.
  package func verify() throws -> Verification {
    try withLogErrors(path: path) {
      try queue.read { database in
        var verification = Verification()
        try FileCheck(database).run(&verification)
        guard verification.isSound else { return verification }
        try EventCheck(LogReader(database: database, path: path)).run(&verification)
        return verification
      }
    }
  }
}
