import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("Whom a measure addresses")
struct MeasureScopeTests {
  private func companies(_ steps: [TestEvent], on day: String) throws -> [String]? {
    try life(of: steps, on: day)?.scope.addressees.companies.map(\.text)
  }

  @Test("listings under one key add up")
  func listings() throws {
    let steps = [
      step(.inForce, on: "2022-06-28", to: named("king-pai"), in: ["RU"], id: "a"),
      step(.inForce, on: "2022-06-28", to: named("winninc", "king-pai"), in: ["CN"], id: "b"),
      step(.amended, on: "2022-07-01", to: named("sinno"), id: "c"),
    ]
    #expect(try companies(steps, on: "2022-06-28") == ["king-pai", "winninc"])
    #expect(try companies(steps, on: "2022-07-01") == ["king-pai", "winninc", "sinno"])
    #expect(try life(of: steps, on: "2022-07-01")?.scope.markets.map(\.code) == ["RU", "CN"])
  }

  @Test("a company listed under an act for all leaves it an act for all")
  func listingUnderAll() throws {
    let steps = [
      step(.inForce, on: "2022-02-23", to: ["all": true]),
      step(.amended, on: "2024-12-16", to: named("limbach")),
    ]
    let scope = try #require(try life(of: steps, on: "2024-12-16")).scope
    #expect(scope.addressees.all)
    let lenovo = try #require(
      scope.addressing { $0.way(to: CompanyID(recorded: "lenovo"), sector: nil, country: nil) })
    #expect(lenovo.way == .all && lenovo.step.occurred.text == "2022-02-23")
    let limbach = try #require(
      scope.addressing { $0.way(to: CompanyID(recorded: "limbach"), sector: nil, country: nil) })
    #expect(limbach.way == .name && limbach.step.occurred.text == "2024-12-16")
  }

  @Test("that a step comes into force on its later day addresses no one else")
  func laterDay() throws {
    let steps = [
      step(.adopted, on: "2022-03-01", effective: "2022-05-01", to: named("king-pai")),
      step(.amended, on: "2022-04-01", to: named("sinno")),
    ]
    #expect(try companies(steps, on: "2022-05-01") == ["king-pai", "sinno"])
    #expect(try life(of: steps, on: "2022-05-01")?.standing.status == .inForce)
  }

  @Test("a class of companies replaces the class named before")
  func classes() throws {
    let steps = [
      step(.inForce, on: "2022-03-01", to: ["all": true]),
      step(.amended, on: "2022-04-01", to: ["sectors": ["banking"]]),
    ]
    let addressees = try #require(try life(of: steps, on: "2022-04-01")).scope.addressees
    #expect(!addressees.all && addressees.sectors == ["banking"])
  }

  @Test("an act that comes to a new stage addresses those that the new step names")
  func newStage() throws {
    let steps = [
      step(.proposed, on: "2023-05-07", to: named("king-pai", "sinno")),
      step(.adopted, on: "2023-06-23", to: named("king-pai")),
      step(.inForce, on: "2023-06-24"),
    ]
    #expect(try companies(steps, on: "2023-05-07") == ["king-pai", "sinno"])
    #expect(try companies(steps, on: "2023-06-23") == ["king-pai"])
    #expect(try companies(steps, on: "2023-06-24") == ["king-pai"])
    let scope = try #require(try life(of: steps, on: "2023-06-24")).scope
    let kingPai = scope.addressing {
      $0.way(to: CompanyID(recorded: "king-pai"), sector: nil, country: nil)
    }
    #expect(kingPai?.step.occurred.text == "2023-06-23")
  }

  @Test("listings for a later day are together when the day comes")
  func effectiveListings() throws {
    let steps = [
      step(.inForce, on: "2024-08-23", effective: "2024-08-27", to: named("one"), id: "a"),
      step(.inForce, on: "2024-08-23", effective: "2024-08-27", to: named("two"), id: "b"),
    ]
    #expect(try companies(steps, on: "2024-08-26") == ["one", "two"])
    #expect(try companies(steps, on: "2024-08-27") == ["one", "two"])
  }

  @Test("an act that ended and comes again forgets those it addressed before")
  func revival() throws {
    let steps = [
      step(.inForce, on: "2022-03-01", until: "2022-03-31", to: named("one")),
      step(.inForce, on: "2022-05-01", id: "again"),
    ]
    #expect(try companies(steps, on: "2022-04-30") == ["one"])
    #expect(try companies(steps, on: "2022-05-01") == [])
  }
}
