import Foundation
import GRDB
import Stances
import TestSupport
import Testing

@testable import EventLog

@Suite("A log of the first layout")
struct LayoutUpgradeTests {
  private let events = [
    company("dji"), announcement("dji", .suspended, on: "2022-04-26", id: "stop"),
    continuedBusiness("dji", .operating, on: "2022-01/2022-12", published: "2023-01-10"),
    denial("dji", of: ["stop"], on: "2022-05-01"),
    retraction(of: "stop", published: "2022-06-01"),
  ]

  /// A log of these events as it is laid out today.
  private func today() throws -> LogFixture {
    let fixture = try LogFixture()
    try fixture.append(events)
    return fixture
  }

  /// A log laid out as the first programs did it, with what they derived.
  private func firstLayout() throws -> LogFixture {
    let fixture = try today()
    try fixture.log.queue.writeWithoutTransaction { database in
      let former = try #require(Schema.objects(ofFormat: 1))
      for table in Schema.changedTables {
        try database.execute(sql: "CREATE TEMP TABLE kept AS SELECT * FROM \(table.name)")
        try database.execute(sql: "DROP TABLE \(table.name)")
        guard former.contains(where: { $0.name == table.name }) else {
          try database.execute(sql: "DROP TABLE kept")
          continue
        }
        for object in former
        where object.name == table.name || object.name.hasPrefix("\(table.name)_") {
          try database.execute(sql: object.sql)
        }
        let columns = try database.columns(in: table.name).map(\.name).joined(separator: ", ")
        try database.execute(
          sql: "INSERT INTO \(table.name) (\(columns)) SELECT \(columns) FROM kept; DROP TABLE kept"
        )
      }
      let generation = try LayoutVersion(of: database).generation
      try LayoutVersion(format: 1, generation: generation).write(to: database)
    }
    return fixture
  }

  private func moves(_ log: EventLog) throws -> [Move] {
    try log.read { reader in
      var moves: [Move] = []
      try reader.forEachMove { _, _, move in moves.append(move) }
      return moves
    }
  }

  @Test("is read as one of today's, without a change to its file")
  func read() throws {
    let expected = try moves(today().log)
    let fixture = try firstLayout()
    let log = try EventLog.open(at: fixture.path, for: .reading)
    #expect(try moves(log) == expected)
    #expect(try moves(log) == expected, "read again on the same connection")
    #expect(try log.read { try $0.status().format } == 1)
    #expect(try log.verify().findings.map(\.description) == [])
  }

  @Test("is laid out anew by the first append, and its events stay as they are")
  func append() throws {
    let fixture = try firstLayout()
    let root = try EventLog.open(at: fixture.path, for: .reading).read { try $0.rootText(at: 5) }
    let log = try EventLog.open(at: fixture.path, for: .appending)
    #expect(try log.read { try $0.status().format } == Schema.format)
    #expect(try log.read { try $0.rootText(at: 5) } == root)
    #expect(try moves(log) == moves(today().log))
    try log.append(
      [silentReduction("dji", .reducing, on: "2022-07-01")].proposed(),
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) }))
    #expect(try log.verify().findings.map(\.description) == [])
  }

  @Test("grows under a reader that derives what it needs")
  func grows() throws {
    let fixture = try firstLayout()
    let reader = try EventLog.open(at: fixture.path, for: .reading)
    let before = try moves(reader).count
    try fixture.log.queue.write { database in
      let sql = "SELECT json FROM event WHERE position = 2"
      let bytes = try #require(try Data.fetchOne(database, sql: sql))
      let json = String(decoding: bytes, as: UTF8.self).replacing("\"stop\"", with: "\"more\"")
      try database.execute(
        sql: """
          INSERT INTO event SELECT 6, 'more', type, v, recorded, recorder, occurred, published,
            occurred_earliest, occurred_latest, published_earliest, published_latest, nodes, ?
          FROM event WHERE position = 2
          """, arguments: [Data(json.utf8)])
    }
    #expect(try moves(reader).count == before + 1)
  }
}
