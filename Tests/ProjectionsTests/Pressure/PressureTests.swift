import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("Pressure on a company")
struct PressureTests {
  private let registered = [
    body("us-commerce", name: "US Commerce", jurisdiction: "US"), body("cn-mofcom", name: "MOFCOM"),
    company("dji", name: "DJI", country: "CN", sector: "drones"),
  ]

  private func pressure(
    _ events: [TestEvent], on day: String, knownBy: String? = nil
  ) throws -> CompanyPressure {
    let clocks = try Clocks(to: day, knownBy: knownBy)
    return PressureProjection.pressure(
      on: CompanyID(recorded: "dji"), in: try known(registered + events, on: clocks))
  }

  @Test(
    "comes by name, by sector, by country and with all, the narrowest way counting",
    arguments: [
      (["companies": ["dji"]], .name), (["sectors": ["drones"]], .sector),
      (["countries": ["CN"]], .country), (["all": true], .all),
      (["companies": ["dji"], "sectors": ["drones"], "countries": ["CN"]], .name),
      (["sectors": ["drones"], "countries": ["CN"]], .sector),
      (["companies": ["lenovo"]], nil), (["sectors": ["drone"]], nil), (["countries": ["US"]], nil),
    ] as [(JSONValue, Addressees.Way?)])
  func ways(addressees: JSONValue, way: Addressees.Way?) throws {
    let events = [
      measure("act", by: "us-commerce", .inForce, on: "2022-03-01", to: addressees),
      statement(by: "cn-mofcom", on: "2022-03-02", to: addressees),
      TestSupport.pressure(by: .supplier, on: "2022-03-03", to: addressees),
    ]
    let expected = way.map { [$0, $0, $0] } ?? []
    #expect(try pressure(events, on: "2022-03-03").items.map(\.way) == expected)
  }

  @Test("comes from a measure that is threatened, proposed, adopted, in force or suspended")
  func measures() throws {
    let dji = named("dji")
    let events = [
      measure("act", by: "us-commerce", .threatened, on: "2022-01-01", to: dji),
      measure("act", by: "us-commerce", .proposed, on: "2022-02-01", to: dji),
      measure("act", by: "us-commerce", .adopted, on: "2022-03-01", to: dji),
      measure("act", by: "us-commerce", .inForce, on: "2022-04-01", to: dji),
      measure("act", by: "us-commerce", .suspended, on: "2022-05-01"),
      measure("act", by: "us-commerce", .lifted, on: "2022-06-01"),
    ]
    func status(_ day: String) throws -> String? {
      guard case .measure(_, let status)? = try pressure(events, on: day).items.first?.source
      else { return nil }
      return status.term
    }
    #expect(try status("2021-12-31") == nil)
    #expect(try status("2022-01-01") == "threatened")
    #expect(try status("2022-02-01") == "proposed")
    #expect(try status("2022-03-01") == "adopted")
    #expect(try status("2022-04-01") == "in_force")
    #expect(try status("2022-05-31") == "suspended")
    #expect(try status("2022-06-01") == nil)
  }

  @Test("by a measure begins with the step that addresses the company")
  func since() throws {
    let events = [
      measure("act", by: "us-commerce", .inForce, on: "2022-03-01", to: named("lenovo")),
      measure(
        "act", by: "us-commerce", .inForce, on: "2022-04-01", effective: "2022-04-05",
        to: named("dji"), in: ["CN"], id: "listing"),
    ]
    let item = try #require(try pressure(events, on: "2022-05-06").items.first)
    #expect(item.event.text == "listing" && item.since.text == "2022-04-05")
    #expect(item.by == "US Commerce" && item.push == .withdraw)
    #expect(item.markets.map(\.code) == ["RU", "CN"])
  }

  @Test("by statements and by suppliers stays from the day it happened")
  func statements() throws {
    let events = [
      TestSupport.pressure(by: .supplier, named: ["Intel"], on: "2022-03-03", to: named("dji")),
      statement(by: "cn-mofcom", .urge, push: .stay, on: "2022-03-02", to: named("dji")),
    ]
    #expect(try pressure(events, on: "2022-03-01").items.isEmpty)
    let pressure = try pressure(events, on: "2022-05-06")
    #expect(pressure.items.map(\.source) == [.statement(.urge), .pressure(.supplier)])
    #expect(pressure.items.map(\.by) == ["MOFCOM", "Intel"])
    #expect(pressure.count(.stay) == 1 && pressure.count(.withdraw) == 1)
    #expect(pressure.count(.none) == 0)
  }

  @Test("is known from its publication only")
  func knownBy() throws {
    let events = [
      statement(by: "cn-mofcom", on: "2022-03-02", published: "2022-04-01", to: named("dji"))
    ]
    #expect(try pressure(events, on: "2022-05-06", knownBy: "2022-03-31").items.isEmpty)
    #expect(try pressure(events, on: "2022-05-06", knownBy: "2022-04-01").items.count == 1)
  }

  @Test("follows the sector and country of the company's latest registration")
  func registration() throws {
    let events = [
      statement(by: "cn-mofcom", on: "2022-03-02", to: ["sectors": ["drones"]]),
      company("dji", name: "DJI", country: "CN", sector: "robots", id: "dji-again"),
    ]
    #expect(try pressure(events, on: "2022-05-06").items.isEmpty)
    #expect(try pressure([events[0]], on: "2022-05-06").items.count == 1)
  }

  @Test("of a company that is not registered comes by name and with all")
  func unregistered() throws {
    let events = [
      statement(by: "cn-mofcom", on: "2022-03-02", to: named("zte")),
      statement(by: "cn-mofcom", on: "2022-03-03", to: ["countries": ["CN"]]),
      statement(by: "cn-mofcom", on: "2022-03-04", to: ["all": true]),
    ]
    let known = try known(events, on: Clocks(to: "2022-05-06"))
    let pressure = PressureProjection.pressure(on: CompanyID(recorded: "zte"), in: known)
    #expect(pressure.name == "zte" && pressure.items.map(\.way) == [.name, .all])
  }
}
