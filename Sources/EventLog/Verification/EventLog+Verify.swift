import GRDB
import Stances
package import Transparency

/// The result of verifying a log.
package struct Verification: Sendable {
  /// How many events were read.
  package internal(set) var events: Int64 = 0
  /// How many of them are of a type or version that this program does not know.
  package internal(set) var unknown: Int64 = 0
  /// The head of the tree over the events' bytes, computed again.
  package internal(set) var head = TreeHead.empty
  /// The keys that the log's events name, as far as they are a chain.
  package internal(set) var keys = KeyChain()
  /// The heads kept elsewhere that are not of this log's events, smallest first: another history, or
  /// a changed one.
  package internal(set) var otherHistory: [TreeHead] = []
  /// The heads kept elsewhere of more events than the log has: it is an older copy, or was cut back.
  package internal(set) var later: [TreeHead] = []
  /// What is wrong, in the order in which it was found, at most ``maximumFindings``.
  package private(set) var findings: [VerificationFinding] = []

  /// How many findings are listed: one edit of a table can make a million.
  package static let maximumFindings = 100

  init(_ findings: [VerificationFinding]) {
    findings.forEach { note($0) }
  }

  /// Whether nothing is wrong with the log in itself.
  package var isSound: Bool { findings.isEmpty }

  mutating func note(_ finding: VerificationFinding) {
    if findings.count < Self.maximumFindings { findings.append(finding) }
  }
}

extension EventLog {
  /// Checks the file, its layout, every event and everything derived from the events.
  ///
  /// Finds what is inconsistent, and what differs from the log's own checkpoints and from heads
  /// that were kept elsewhere. Someone with the key who rebuilds the tree over changed events
  /// leaves a consistent log: only a kept head reveals it.
  ///
  /// The checkpoints' signatures are checked against the keys that the log names itself; only
  /// someone who knows the log's key can say whether those are the right ones.
  package func verify(against kept: [TreeHead] = []) throws -> Verification {
    try verify(against: kept) { _, _ in }.verification
  }

  /// Checks the log, and reads what else is asked in exactly the state that was checked: what is
  /// appended meanwhile is in neither.
  ///
  /// - Parameters:
  ///   - kept: heads that were kept elsewhere.
  ///   - read: reads what is asked.
  /// - Returns: the result of the verification, and what was read; nil if a log that is not sound
  ///   does not let it be read.
  /// - Throws: ``EventLogError``, or what `read` throws.
  package func verify<Found>(
    against kept: [TreeHead] = [], reading read: (LogReader, Verification) throws -> Found
  ) throws -> (verification: Verification, found: Found?) {
    // A forger cannot know under which key the rows will be summed.
    let key = RowKey.random()
    // SQLite looks at its file, and the tables beside the events are summed, on other threads and
    // so through other connections.
    let damage = ahead { try FileCheck($0.database).damage() }
    let sums = ahead { try StoredSums(in: $0.database, key: key) }
    let result = Result { try verifyEvents(against: kept, key: key, sums, reading: read) }
    _ = sums.result()
    // What a damaged file seems to say counts for nothing.
    let findings = try damage.result().get()
    guard findings.isEmpty else { return (Verification(findings), nil) }
    return try result.get()
  }

  /// Reads the log on another thread, in the state in which that finds it.
  private func ahead<Output: Sendable>(
    _ body: @escaping @Sendable (LogReader) throws -> Output
  ) -> Background<Result<Output, any Error>> {
    Background { [path] in Result { try EventLog.open(at: path, for: .verifying).read(body) } }
  }

  private func verifyEvents<Found>(
    against kept: [TreeHead], key: RowKey, _ sums: Background<Result<StoredSums, any Error>>,
    reading read: (LogReader, Verification) throws -> Found
  ) throws -> (verification: Verification, found: Found?) {
    try self.read { reader in
      let verification = try verification(of: reader, against: kept, key: key, sums)
      let found = Result { try read(reader, verification) }
      return (verification, verification.isSound ? try found.get() : try? found.get())
    }
  }

  private func verification(
    of reader: LogReader, against kept: [TreeHead], key: RowKey,
    _ sums: Background<Result<StoredSums, any Error>>
  ) throws -> Verification {
    var verification = Verification(try FileCheck(reader.database).changes())
    guard verification.isSound else { return verification }
    var heads = SignedHeads(kept: kept)
    try heads.readCheckpoints(of: reader.database, &verification)
    try KeyCheck(reader.database).run(&verification)
    try AnchorCheck(reader.database).run(&verification)
    try CosignatureCheck(reader.database).run(&verification)
    var check = try LogCheck(reader, heads, key: key)
    try check.run(&verification)
    try check.compare(with: sums, &verification)
    return verification
  }
}
