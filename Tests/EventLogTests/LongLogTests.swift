import Stances
import TestSupport
import Testing
import Transparency

@testable import EventLog

/// What a verification that works in batches on several threads finds at their edges.
@Suite("Verifying a log of several batches", .enabled(if: SQLiteShell.isThere))
struct LongLogTests {
  private static let batch = EventRows.fullCount
  private static let count = 2 * batch + 7
  let fixture: LogFixture

  init() throws {
    fixture = try LogFixture()
    try fixture.append((1...Self.count).map { company("firm-\($0)") })
  }

  @Test("It is sound, and its root is the one that the log kept")
  func sound() throws {
    let verification = try fixture.log.verify()
    #expect(verification.findings == [])
    #expect(verification.events == Int64(Self.count))
    #expect(try verification.head == fixture.log.read { try $0.treeHead() })
  }

  @Test(
    "A kept head is checked against the events, at any place in a batch",
    arguments: [1, batch - 1, batch, batch + 1, 2 * batch - 1, 2 * batch, 2 * batch + 1, count])
  func keptHead(size: Int) throws {
    let head = try fixture.log.read { try $0.treeHead(at: Position(size)) }
    #expect(try fixture.log.verify(against: [head]).findings == [])
    let other = try TreeHead(size: UInt64(size), root: .leaf([]))
    #expect(try fixture.log.verify(against: [other, head]).otherHistory == [other])
  }

  @Test(
    "A changed node is found at each level, in a batch and above it",
    arguments: [(1, 0), (batch, 0), (batch, 9), (2 * batch, 9), (2 * batch, 10), (count, 0)])
  func changedNode(position: Int, level: Int) throws {
    try tamper(
      """
      nodes = CAST(substr(nodes, 1, \(32 * level)) || zeroblob(32)
        || substr(nodes, \(32 * level + 33)) AS BLOB)
      """, at: position)
    #expect(try fixture.log.verify().findings == [.nodeDiffers(position: Position(position))])
  }

  @Test("A node too many is found", arguments: [1, batch, 2 * batch, count])
  func inventedNode(position: Int) throws {
    try tamper("nodes = CAST(nodes || zeroblob(32) AS BLOB)", at: position)
    #expect(try fixture.log.verify().findings == [.nodeDiffers(position: Position(position))])
  }

  @Test("Findings come in the order of the events, each time")
  func order() throws {
    for position in [3, Self.batch + 1, 2 * Self.batch + 2] {
      try tamper("recorder = 'forger'", at: position)
    }
    let expected = [3, Self.batch + 1, 2 * Self.batch + 2].map {
      VerificationFinding.columnDiffers(position: Position($0), column: "recorder")
    }
    for _ in 0..<10 { #expect(try fixture.log.verify().findings == expected) }
  }

  @Test("A time that runs backwards from one batch to the next is found")
  func recordedBackwards() throws {
    try tamper("recorded = recorded - 1", at: Self.batch + 1)
    let findings = try fixture.log.verify().findings
    #expect(findings.first == .recordedBackwards(position: Position(Self.batch + 1)))
  }

  private func tamper(_ change: String, at position: Int) throws {
    try SQLiteShell.tamper(
      "UPDATE event SET \(change) WHERE position = \(position)", with: fixture.path)
  }
}
