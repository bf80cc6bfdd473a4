import EventLog
import Projections
import Stances
import TestSupport
import Testing

@Suite("The history of a company")
struct HistoryTests {
  private let dji = CompanyID(recorded: "dji")
  private let events = [
    body("cn-mofcom", name: "MOFCOM"), company("dji", name: "DJI"),
    company("lenovo", name: "Lenovo"),
    announcement("dji", .suspended, on: "2022-04-26", id: "stop"),
    complianceReview("dji", .opened, on: "2022-04-25", id: "review"),
    silentReduction("lenovo", .suspended, on: "2022-03~", published: "2022-05-06", id: "report"),
    statement(by: "cn-mofcom", on: "2022-04-14", to: named("dji"), id: "appeal"),
    tradeStatistic(
      by: "cn-mofcom", product: "drones", period: "2022-03", percent: "-40", on: "2022-03",
      companies: ["dji"], id: "figure"),
    tradeStatistic(
      by: "cn-mofcom", product: "laptops", period: "2022-03", percent: "-40", on: "2022-03",
      companies: ["lenovo"], id: "other-figure"),
  ]

  private func history(
    _ events: [TestEvent], on day: String = "2022-05-06", at position: Position? = nil
  ) throws -> CompanyHistory? {
    try TestLog(events).read { log in
      let clocks = try Clocks(to: day, at: position ?? log.head)
      return try LogView(of: log, on: clocks).history(of: dji)
    }
  }

  @Test("has its own events in order, with postures, pressure and the figures that name it")
  func whole() throws {
    let history = try #require(try history(events))
    #expect(history.registration.identity.name == "DJI")
    #expect(history.entries.map(\.entry.event.text) == ["review", "stop"])
    #expect(history.entries.map(\.position) == [5, 4])
    #expect(history.postures.map(\.conduct?.level) == [.suspended])
    #expect(history.pressure.items.map(\.event.text) == ["appeal"])
    #expect(history.trade.map(\.event.text) == ["figure"])
    #expect(history.trade.map(\.publisher) == ["MOFCOM"])
  }

  @Test("ends on the day of the query")
  func validClock() throws {
    #expect(try history(events, on: "2022-04-25")?.entries.map(\.entry.event.text) == ["review"])
  }

  @Test("there is none of a company that is not registered by then")
  func unregistered() throws {
    #expect(try history(events, at: 1) == nil)
    #expect(try history(events, at: 2) != nil)
  }

  @Test("has the event that a correction gives to the company, and not one that it takes away")
  func correctedCompany() throws {
    let taken = events[3].with("company", "lenovo")
    let given = silentReduction("dji", .reducing, on: "2022-03~", id: "report")
    let amended =
      events + [
        correction(to: taken, published: "2022-05-01"),
        correction(to: given, published: "2022-05-02", id: "gift"),
      ]
    let history = try #require(try history(amended))
    #expect(history.entries.map(\.entry.event.text) == ["report", "review"])
    #expect(history.entries.map(\.position) == [6, 5])
    #expect(history.entries.map(\.correctedBy?.text) == ["gift", nil])
    #expect(try self.history(amended, at: 9)?.entries.count == 2)
  }
}
