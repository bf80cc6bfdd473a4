import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("The timeline")
struct TimelineTests {
  private let registered = [
    body("us-commerce", name: "US Commerce", jurisdiction: "US"),
    body("cn-mofcom", name: "MOFCOM", jurisdiction: "CN"),
    company("dji", name: "DJI", sector: "drones"), company("lenovo", name: "Lenovo"),
  ]

  private func timeline(_ events: [TestEvent], on day: String) throws -> Timeline {
    TimelineProjection.timeline(in: try known(registered + events, on: Clocks(to: day)))
  }

  private func sentence(_ event: TestEvent) throws -> String {
    let entry = try #require(try timeline([event], on: "2023-01-01").entries.first)
    return "\(entry.actor) \(entry.summary)"
  }

  @Test("lists measures by jurisdiction, then key")
  func measures() throws {
    let timeline = try timeline(
      [
        measure("z-rules", by: "cn-mofcom", .inForce, on: "2022-01-01"),
        measure("b-controls", by: "us-commerce", .inForce, on: "2022-01-01"),
        measure("a-controls", by: "us-commerce", .inForce, on: "2022-02-01"),
        measure("y-rules", by: "unheard-of", .inForce, on: "2022-01-01"),
      ], on: "2022-05-06")
    #expect(
      timeline.measures.map(\.measure.text) == ["z-rules", "a-controls", "b-controls", "y-rules"])
    #expect(timeline.measures.map(\.jurisdiction?.code) == ["CN", "US", "US", nil])
    #expect(timeline.measures.first?.bodyName == "MOFCOM")
    #expect(timeline.measures.last?.bodyName == "unheard-of")
  }

  @Test("has every kind of event in order of first day, last day, publication, position")
  func entries() throws {
    let events = [
      announcement("dji", .suspended, on: "2022-04-26", id: "f"),
      statement(by: "cn-mofcom", on: "2022-04-14", id: "e"),
      tradeStatistic(
        by: "cn-mofcom", product: "laptops", period: "2022-03", percent: "-40", on: "2022-03",
        published: "2022-05-05", id: "d"),
      measure(
        "act", by: "us-commerce", .inForce, on: "2022-03-01", published: "2022-03-02", id: "c"),
      pressure(by: .supplier, on: "2022-03-01", to: ["all": true], id: "b"),
      silentReduction(
        "lenovo", .suspended, on: "2022-02/2022-03", published: "2022-05-06", id: "a"),
    ]
    let entries = try timeline(events, on: "2022-05-06").entries
    #expect(entries.map(\.event.text) == ["a", "b", "c", "d", "e", "f"])
    #expect(entries.map(\.type).contains(.bodyRegistered) == false)
  }

  @Test("links a statement to the measure that it is about")
  func link() throws {
    let event = statement(by: "cn-mofcom", on: "2022-04-14", measure: "blocking-rules")
    let entry = try #require(try timeline([event], on: "2022-05-06").entries.first)
    #expect(entry.measure?.text == "blocking-rules" && entry.push == .stay)
  }

  @Test("says a company's word as its word, and a report as a report")
  func companySentences() throws {
    #expect(
      try sentence(announcement("dji", .suspended, on: "2022-04-26", in: ["RU", "UA"]))
        == "DJI announces that it suspends its business in Russia and Ukraine")
    #expect(
      try sentence(silentReduction("lenovo", .suspended, on: "2022-03~"))
        == "Lenovo is reported to have suspended its business in Russia without announcing it, "
        + "reported by Test Gazette")
    #expect(
      try sentence(
        silentReduction("lenovo", .reducing, on: "2022-03~")
          .with("lines", ["phones", "laptops"]).with("extent", "at least half"))
        == "Lenovo is reported to have reduced its business in Russia without announcing it "
        + "(phones; laptops; at least half), reported by Test Gazette")
    #expect(
      try sentence(exit("dji", .sold, disclosed: false, on: "2022-05-01"))
        == "DJI is reported to have left Russia (business sold), reported by Test Gazette")
    #expect(
      try sentence(exit("dji", .seized, disclosed: true, on: "2022-05-01"))
        == "DJI announces that its business in Russia was seized")
    #expect(
      try sentence(declinedComment("dji", on: "2022-05-01"))
        == "DJI gives no answer when asked about Russia")
  }

  @Test("says of governments and of pressure what is done, to whom and towards what")
  func governmentSentences() throws {
    #expect(
      try sentence(
        statement(by: "cn-mofcom", .urge, push: .stay, on: "2022-04-14", to: named("dji")))
        == "MOFCOM makes an appeal concerning Russia addressed to DJI, towards staying")
    #expect(
      try sentence(
        measure(
          "act", by: "us-commerce", .inForce, on: "2022-03-25", effective: "2022-04",
          until: "2022-06-30", to: ["countries": ["CN"]]))
        == "US Commerce puts into force sanctions concerning Russia: The act act, effective April 2022, "
        + "until 2022-06-30, addressed to companies of China, towards withdrawal")
    #expect(
      try sentence(
        pressure(by: .supplier, named: ["Intel", "AMD"], on: "2022-03-01", to: named("lenovo")))
        == "Intel and AMD (supplier) put pressure on Lenovo over Russia, towards withdrawal")
    #expect(
      try sentence(pressure(by: .public, push: .none, on: "2022-03-01", to: ["all": true]))
        == "the public put pressure on every company over Russia")
  }
}
