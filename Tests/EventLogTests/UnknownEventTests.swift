import EventLog
import Stances
import TestSupport
import Testing
import Transparency

@Suite("Events of a newer program", .enabled(if: SQLiteShell.isThere))
struct UnknownEventTests {
  let fixture: LogFixture

  init() throws {
    fixture = try LogFixture(company("dji"))
    try insert(position: 2, id: "tariff", type: "tariff", version: 1)
    try insert(position: 3, id: "stop", type: "public_announcement", version: 7)
  }

  @Test("They are read as far as they can be")
  func readable() throws {
    let events = try fixture.log.read { try $0.events() }
    #expect(events.map(\.id.text) == ["dji-company-registered", "tariff", "stop"])
    #expect(events.map { $0.event == nil } == [false, true, true])
    #expect(events.map(\.type) == ["company_registered", "tariff", "public_announcement"])
    #expect(events.map(\.version) == [2, 1, 7])
  }

  @Test("They are counted and reported, and are not a fault")
  func counted() throws {
    let status = try fixture.log.read { try $0.status() }
    #expect(status.unknown == 2)
    #expect(status.types.filter { !$0.isKnown }.map(\.type) == ["public_announcement", "tariff"])
    let verification = try fixture.log.verify()
    #expect(verification.findings == [])
    #expect(verification.unknown == 2)
  }

  @Test("They are exported as they were submitted")
  func exported() throws {
    var lines: [String] = []
    try fixture.log.read {
      try $0.forEachProposal { lines.append(String(decoding: $0, as: UTF8.self)) }
    }
    #expect(lines.last == #"{"id":"stop","type":"public_announcement","v":7}"#)
  }

  @Test("The log continues after them, and can withdraw them")
  func appended() throws {
    let receipt = try fixture.append([company("smic"), retraction(of: "tariff", published: "2022")])
    #expect(receipt.head == 5)
    #expect(try fixture.log.verify().isSound)
  }

  /// The nodes that a leaf after those of the log completes, as SQL.
  private func nodes(completedBy leaf: String) throws -> String {
    try fixture.log.read { log in
      var tree = CompactRange()
      for leaf in try log.leaves(0..<log.head.treeSize) { try tree.append(.leaf(leaf)) }
      return try tree.append(.leaf(Array(leaf.utf8))).map(\.description).joined()
    }
  }

  private func insert(position: Int, id: String, type: String, version: Int) throws {
    let json = """
      {"id":"\(id)","recorded":"2100-01-01T00:00:00.000Z","recorder":"newer","type":"\(type)",\
      "v":\(version)}
      """
    let nodes = try nodes(completedBy: json)
    let (status, output) = try SQLiteShell.run(
      """
      INSERT INTO event VALUES (\(position), '\(id)', '\(type)', \(version), 4102444800000, \
      'newer', NULL, NULL, NULL, NULL, NULL, NULL, x'\(nodes)', \
      CAST('\(json)' AS BLOB))
      """, on: fixture.path)
    #expect(status == 0, "\(output)")
  }
}
