import EventLog
import JSON
import Projections
import Stances
import TestSupport
import Testing

/// Everyone in a log, with how much is recorded of each, as the query that asks sees it.
@Suite("Lists of companies and bodies")
struct NameListTests {
  private let stop = silentReduction("acme", .suspended, on: "2022-03-10", id: "stop")
  private let rule = measure(
    "rule", by: "office", .inForce, on: "2022-03-01",
    to: ["companies": ["acme"]], id: "rule-1")

  private func companies(
    in log: TestLog, by order: ListOrder = .name, to day: String = "2022-12-31",
    at position: Position? = nil, after: String? = nil, atMost limit: Int = 100,
    _ narrow: (inout PostureChoice) throws -> Void = { _ in }
  ) throws -> [String] {
    let clocks = try log.clocks(to: day, at: position)
    var choice = PostureChoice()
    try narrow(&choice)
    return try log.read {
      let view = LogView(of: $0, on: clocks)
      return try view.choosing(choice, view.contents)
        .companyList(by: order, after: after.flatMap(CompanyID.init), atMost: limit).part.shown
        .map { company in
          let readings = company.markets.map { " \($0.market.code) \($0.reading)" }.joined()
          return "\(company.company) \(company.tally.events) "
            + "\(company.tally.lastEvent?.text ?? "–")\(readings)"
        }
    }
  }

  private func bodies(
    in log: TestLog, by order: ListOrder = .name, of jurisdictions: [Market] = []
  ) throws -> [String] {
    let clocks = try log.clocks(to: "2022-12-31")
    return try log.read {
      try LogView(of: $0, on: clocks)
        .bodyList(of: jurisdictions, by: order, after: nil, atMost: 100).part.shown
        .map { "\($0.body) \($0.measures) \($0.statements) \($0.tally.events)" }
    }
  }

  @Test("a company has the events that concern it, as the one who acts or is addressed")
  func concerned() throws {
    let log = try TestLog([company("acme"), company("zeta"), body("office"), rule, stop])
    #expect(try companies(in: log).map { $0.prefix(11) } == ["acme 2 stop", "zeta 0 –"])
    #expect(try companies(in: log).first?.hasPrefix("acme 2 stop RU ") == true)
    #expect(try companies(in: log, to: "2022-03-09").first == "acme 1 rule-1")
    #expect(try companies(in: log, at: 1) == ["acme 0 –"])
  }

  @Test(
    "a withdrawn event does not count, and a corrected one counts once, for whom it concerns now")
  func amended() throws {
    let other = silentReduction("zeta", .suspended, on: "2022-03-12", id: "other")
    let log = try TestLog([
      company("acme"), company("zeta"), stop, other,
      retraction(of: "stop", published: "2022-05-01"),
    ])
    #expect(try companies(in: log).map { $0.prefix(6) } == ["acme 0", "zeta 1"])
    #expect(try companies(in: log, at: 4).map { $0.prefix(6) } == ["acme 1", "zeta 1"])
  }

  @Test("they come by name, by number of events, or the latest event first")
  func orders() throws {
    let log = try TestLog([
      company("acme", name: "Zebra"), company("zeta", name: "Ácme"), stop,
      silentReduction("acme", .suspended, on: "2022-04", id: "more"),
      silentReduction("zeta", .suspended, on: "2022-05", id: "late"),
    ])
    #expect(try companies(in: log).map { $0.prefix(4) } == ["zeta", "acme"])
    #expect(try companies(in: log, by: .events).map { $0.prefix(4) } == ["acme", "zeta"])
    #expect(try companies(in: log, by: .last).map { $0.prefix(4) } == ["zeta", "acme"])
  }

  @Test("countries, sectors and markets narrow the companies; a part begins after a company")
  func narrowed() throws {
    let log = try TestLog([
      company("acme", country: "CN", sector: "Drones"), company("beta", country: "US"),
      company("zeta", country: "CN"), stop,
    ])
    #expect(
      try companies(in: log) { $0.countries = [try Market(code: "CN")] }.map { $0.prefix(4) }
        == ["acme", "zeta"])
    #expect(try companies(in: log) { $0.sectors = ["drones"] }.map { $0.prefix(4) } == ["acme"])
    #expect(
      try companies(in: log) { $0.markets = [try Market(code: "RU")] }.map { $0.prefix(4) }
        == ["acme"])
    #expect(
      try companies(in: log, after: "acme", atMost: 1).map { $0.prefix(4) } == ["beta"])
    #expect(try companies(in: log, after: "zeta").isEmpty)
  }

  @Test("a body has the measures of which it took a step, each once, and its statements")
  func bodyCounts() throws {
    let log = try TestLog([
      company("acme"), body("office", jurisdiction: "US"), body("agency"), rule,
      measure("rule", by: "office", .lifted, on: "2022-04-01"),
      statement(by: "office", on: "2022-04-02"),
    ])
    #expect(try bodies(in: log) == ["agency 0 0 0", "office 1 1 3"])
    #expect(try bodies(in: log, of: [try Market(code: "US")]) == ["office 1 1 3"])
  }
}
