import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("Sentences on what version 2 of the vocabulary added")
struct NewSentenceTests {
  private let registered = [
    body("us-commerce", name: "US Commerce", jurisdiction: "US"),
    body("union", name: "The Union", jurisdiction: "DE"),
    company("dji", name: "DJI"), company("lenovo", name: "Lenovo"),
  ]

  private func sentence(_ event: TestEvent) throws -> String {
    let known = try known(registered + [event], on: Clocks(to: "2023-01-01"))
    let entry = try #require(TimelineProjection.timeline(in: known).entries.first)
    return "\(entry.actor) \(entry.summary)"
  }

  @Test("A claim is told by whose word it is, and whom the publisher cites")
  func claimant() throws {
    let report = silentReduction("lenovo", .suspended, on: "2022-03~")
      .with("claimant", ["body": "union", "name": "Anna Weber"])
      .with("evidence", [["publisher": "Izvestia", "origin": "Reuters", "grade": "B2"]])
    #expect(
      try sentence(report)
        == "Lenovo is reported to have suspended its business in Russia without announcing it, "
        + "according to Anna Weber (The Union), reported by Izvestia, citing Reuters")
    #expect(
      try sentence(
        exit("dji", .sold, disclosed: true, on: "2022-04-26").with("claimant", ["body": "union"]))
        == "DJI announces that it has left Russia (business sold), according to The Union")
  }

  @Test("A word is told with its condition")
  func condition() throws {
    #expect(
      try sentence(
        announcement("dji", .exiting, on: "2022-04-26")
          .with("condition", "unless it gets a waiver"))
        == "DJI announces that it is ending its business in Russia, on a condition: "
        + "unless it gets a waiver")
  }

  @Test("A denial says what is denied, and for whom a body speaks")
  func denials() throws {
    #expect(
      try sentence(denial("dji", on: "2022-04-26").with("subject", "role"))
        == "DJI denies its own role in what is reported about Russia")
    #expect(
      try sentence(denial("dji", on: "2022-04-26").with("subject", "motive").with("body", "union"))
        == "The Union denies, for DJI, the motive that is reported for what it does in Russia")
    #expect(
      try sentence(denial("dji", on: "2022-04-26").without("company").with("body", "union"))
        == "The Union denies, for its members, a report about Russia")
  }

  @Test("Business is told with its lines, the end of an exception, and that it winds down")
  func business() throws {
    #expect(
      try sentence(
        continuedBusiness("dji", nil, on: "2022-05").with("wind_down", true)
          .with("lines", ["spare parts"]))
        == "DJI is reported to make last deliveries in Russia (spare parts), "
        + "reported by Test Gazette")
    #expect(
      try sentence(
        resumption("dji", disclosed: true, on: "2022-05").with("until", "2022-06-30"))
        == "DJI announces that it resumes its business in Russia, under an exception until "
        + "2022-06-30")
    #expect(
      try sentence(
        exit("dji", .sold, disclosed: false, on: "2022-05").with("lines", ["its shops"]))
        == "DJI is reported to have given up a part of its business in Russia "
        + "(its shops; business sold), reported by Test Gazette")
    #expect(
      try sentence(
        exit("dji", .seized, disclosed: true, on: "2022-05").with("lines", ["its plant"]))
        == "DJI announces that a part of its business in Russia was seized (its plant)")
  }

  @Test("A waiver is asked for, granted and refused, and permits without pressing")
  func waivers() throws {
    #expect(
      try sentence(
        statement(by: "us-commerce", .grant, push: .permit, on: "2022-05", to: named("dji")))
        == "US Commerce grants a request concerning Russia addressed to DJI, permitting business")
    #expect(
      try sentence(statement(by: "union", .request, push: .none, on: "2022-05"))
        == "The Union makes a request concerning Russia")
    #expect(
      try sentence(statement(by: "us-commerce", .refuse, push: .withdraw, on: "2022-05"))
        == "US Commerce refuses a request concerning Russia, towards withdrawal")
  }

  @Test("What permits is counted by itself, neither to withdraw nor to stay")
  func permits() throws {
    let events =
      registered + [
        statement(by: "us-commerce", .grant, push: .permit, on: "2022-05", to: named("dji"))
      ]
    let pressure = PressureProjection.pressure(
      on: CompanyID(recorded: "dji"), in: try known(events, on: Clocks(to: "2023-01-01")))
    #expect(Push.allCases.map { pressure.count($0) } == [0, 0, 1, 0])
  }

  @Test("A company's own figure is told with the company and the market where it was counted")
  func ownFigure() throws {
    let event = tradeStatistic(
      by: "union", product: "sales", period: "2022", percent: "8", on: "2022-12"
    ).without("partner").with("reporter", "RU").with("company", "dji")
    #expect(
      try sentence(event) == "The Union publishes a figure on sales (DJI, Russia): +8 %, 2022")
    let figure = try #require(
      TradeProjection.figures(in: try known(registered + [event], on: Clocks(to: "2023-01-01")))
        .first)
    #expect((figure.company?.text, figure.companyName, figure.partner) == ("dji", "DJI", nil))
  }
}
