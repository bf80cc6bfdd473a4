import EventLog
import Stances
import TestSupport
import Testing

@Suite("The moves of a log")
struct MoveTests {
  @Test("Moves come by company, market and time, in whatever order they were recorded")
  func foldOrder() throws {
    let fixture = try LogFixture(
      company("xiaomi"), company("dji"),
      announcement("dji", .suspended, on: "2022-04-26", in: ["UA", "RU"]),
      silentReduction("dji", .reducing, on: "2022-03~"),
      silentReduction("xiaomi", .reducing, on: "2022-05-06"))
    #expect(
      try fixture.moves() == ["xiaomi RU 5 2", "dji RU 4 2", "dji RU 3 3", "dji UA 3 3"])
  }

  @Test("Moves of named companies only; an unknown name has none")
  func named() throws {
    let fixture = try LogFixture(
      company("xiaomi"), company("dji"),
      announcement("dji", .suspended, on: "2022-04-26"),
      silentReduction("xiaomi", .reducing, on: "2022-05-06"))
    #expect(try fixture.moves(of: ["dji", "unheard-of"]) == ["dji RU 3 3"])
  }

  @Test("A move comes back as derived, with due days and the events denied")
  func roundTrip() throws {
    let pledge = announcement(
      "didi", .exited, on: "2022-02-21", effective: "2022-03-04", id: "pledge")
    let denied = denial("didi", of: ["pledge"], on: "2022-02-26")
    let fixture = try LogFixture(company("didi"), pledge, denied)
    let positions: [String: Position] = ["pledge": 2]
    let expected =
      try Move.moves(of: pledge.proposed().event, position: 2, source: 2, positionOf: { _ in nil })
      + Move.moves(
        of: denied.proposed().event, position: 3, source: 3, positionOf: { positions[$0.text] })
    var found: [Move] = []
    try fixture.log.read { try $0.forEachMove { found.append($2) } }
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
    #expect(found.contains { $0.denies == [2] })
    #expect(found.contains { $0.due != nil })
  }

  @Test("A correction adds its replacement's moves in the place of the corrected event")
  func correctedMoves() throws {
    let first = announcement("dji", .suspended, on: "2022-04-26", id: "stop")
    let fixture = try LogFixture(
      company("dji"), company("smic"), first,
      correction(
        to: announcement("dji", .reducing, on: "2022-04-25", id: "stop"), published: "2022-05-01"))
    var found: [Move] = []
    try fixture.log.read { try $0.forEachMove { found.append($2) } }
    #expect(found.map(\.position) == [3, 3])
    #expect(found.map(\.source) == [4, 3])
    #expect(found.map(\.level) == [.reducing, .suspended])
    let amendments = try fixture.log.read { try $0.amendments() }
    #expect(amendments.map(\.position) == [4])
    #expect(amendments.map(\.target) == [3])
    #expect(amendments.map(\.kind) == [.correction])
    #expect(amendments.first?.published.earliest == Day(year: 2022, month: 5, day: 1))
  }
}

extension LogFixture {
  /// Each move as company, market, position and depth.
  fileprivate func moves(of companies: [String]? = nil) throws -> [String] {
    try log.read { reader in
      let names = try reader.companies()
      var found: [String] = []
      try reader.forEachMove(of: companies?.map(CompanyID.init(recorded:))) { key, market, move in
        let depth = move.level.map { "\($0.depth)" } ?? "-"
        found.append("\(names[key]?.id.text ?? "?") \(market.code) \(move.position) \(depth)")
      }
      return found
    }
  }
}
