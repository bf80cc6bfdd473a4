import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("Trade figures")
struct TradeTests {
  private let customs = body("cn-gacc", name: "Customs of China")
  private let laptops = tradeStatistic(
    by: "cn-gacc", product: "laptops", period: "2022-03", percent: "-40", on: "2022-03",
    published: "2022-05-05", id: "laptops")

  private func figures(
    _ events: [TestEvent], on day: String = "2022-05-06", knownBy: String? = nil
  ) throws -> [TradeFigure] {
    let clocks = try Clocks(to: day, knownBy: knownBy)
    return TradeProjection.figures(in: try known([customs] + events, on: clocks))
  }

  private func summary(_ event: TestEvent) throws -> String? {
    let known = try known([customs, event], on: Clocks(to: "2022-05-06"))
    return TimelineProjection.entries(in: known).first?.summary
  }

  @Test("name their publisher, grade, period and change")
  func figure() throws {
    let figure = try #require(try figures([laptops]).first)
    #expect(figure.publisher == "Customs of China" && figure.grade.code == "A2")
    #expect(figure.period.text == "2022-03" && figure.change?.percent.text == "-40")
  }

  @Test("count from their period on the valid clock, from publication on the public one")
  func clocks() throws {
    #expect(try figures([laptops], on: "2022-02-28").isEmpty)
    #expect(try figures([laptops], on: "2022-03-01").count == 1)
    #expect(try figures([laptops], knownBy: "2022-05-04").isEmpty)
    #expect(try figures([laptops], knownBy: "2022-05-05").count == 1)
  }

  @Test("come in order of time")
  func order() throws {
    let phones = laptops.with("occurred", "2022-02").with("id", "phones")
    #expect(try figures([laptops, phones]).map(\.event.text) == ["phones", "laptops"])
  }

  @Test("say how exactly a change was given and what it is measured against")
  func change() throws {
    let change: JSONValue = ["percent": "-40", "qualifier": "more than", "against": "2022-02"]
    #expect(
      try summary(laptops.with("change", change))
        == "publishes a figure on laptops (China – Russia): -40 % (more than), 2022-03 on 2022-02")
    #expect(
      try summary(laptops.with("change", ["percent": "2.1"]))
        == "publishes a figure on laptops (China – Russia): +2.1 %, 2022-03")
  }

  @Test("say an amount with its unit and period")
  func amount() throws {
    let amount = laptops.without("change").with("value", "43000").with("unit", "pieces")
    #expect(
      try summary(amount) == "publishes a figure on laptops (China – Russia): 43000 pieces; 2022-03"
    )
  }
}
