import Projections
import Stances
import TestSupport
import Testing

@Suite("The ledger of promises")
struct PromiseTests {
  private let events = [
    company("didi"),
    announcement(
      "didi", .exited, on: "2022-02-21", effective: "2022-03-04", in: ["KZ", "RU"], id: "leaves"),
    resumption("didi", disclosed: true, on: "2022-02-26", in: ["RU"], id: "stays"),
  ]

  private func outcomes(to day: String, knownBy: String? = nil) throws -> [String: Promise.Outcome]
  {
    let log = try TestLog(events)
    let clocks = try log.clocks(to: day, knownBy: knownBy)
    let promises = try log.read { try LogView(of: $0, on: clocks).promises() }
    return Dictionary(
      promises.map { ($0.market.code, $0.outcome) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("before its day a promise is ahead, by a number of days")
  func ahead() throws {
    #expect(
      try outcomes(to: "2022-02-24") == ["KZ": .ahead(days: 8), "RU": .ahead(days: 8)])
  }

  @Test("a word that takes it back before its day cancels it, on the day of that word")
  func cancelled() throws {
    let taken = try Day(iso: "2022-02-26")
    #expect(try outcomes(to: "2022-03-01")["RU"] == .cancelled(on: taken))
    #expect(try outcomes(to: "2022-05-06")["RU"] == .cancelled(on: taken))
  }

  @Test("as known before that word it is not cancelled")
  func knownEarlier() throws {
    #expect(try outcomes(to: "2022-03-01", knownBy: "2022-02-25")["RU"] == .ahead(days: 3))
  }

  @Test("after its day it is unconfirmed until someone reports")
  func unconfirmed() throws {
    #expect(try outcomes(to: "2022-05-06")["KZ"] == .unconfirmed(days: 63))
  }

  @Test("if nothing counts against it, its day came")
  func cameDue() throws {
    let log = try TestLog([
      company("hp"),
      announcement("hp", .suspended, on: "2022-02-21", effective: "2022-03-04", id: "stops"),
    ])
    let clocks = try log.clocks(to: "2022-05-06")
    let promises = try log.read { try LogView(of: $0, on: clocks).promises() }
    #expect(promises.map(\.outcome) == [.cameDue])
    #expect(promises.map(\.event.text) == ["stops"])
  }

  @Test("a word that takes effect when it is given promises nothing")
  func noPromise() throws {
    let log = try TestLog([company("hp"), announcement("hp", .suspended, on: "2022-02-21")])
    let clocks = try log.clocks(to: "2022-05-06")
    #expect(try log.read { try LogView(of: $0, on: clocks).promises() }.isEmpty)
  }
}
