import EventLog
import JSON
import Stances
import TestSupport
import Testing

@Suite("What an event refers to must be in the log before it")
struct ReferenceTests {
  let fixture: LogFixture

  init() throws {
    fixture = try LogFixture(
      company("xiaomi"), company("huawei"), body("mofcom"), body("ofac"),
      measure("blocking-rules", by: "mofcom", .inForce, on: "2021-01-09"),
      announcement("huawei", .operating, on: "2022-03-01", id: "defence"))
  }

  @Test("A company that acts")
  func actingCompany() throws {
    try expect(
      announcement("xiomi", .exited, on: "2022-04"),
      .unknownCompany("xiomi", field: "company", nearest: ["xiaomi"]))
  }

  @Test("A company that is addressed, in a statement and in pressure")
  func addressee() throws {
    try expect(
      statement(by: "mofcom", on: "2022-04-14", to: named("xiaomi", "hauwei")),
      .unknownCompany("hauwei", field: "addressees.companies[1]", nearest: ["huawei"]))
    try expect(
      pressure(by: .supplier, on: "2022-04", to: named("unheard-of")),
      .unknownCompany("unheard-of", field: "addressees.companies[0]", nearest: []))
  }

  @Test("A company of a trade figure")
  func tradeCompany() throws {
    try expect(
      tradeStatistic(
        by: "mofcom", product: "laptops", period: "2022-03", percent: "-40", on: "2022-04-20",
        companies: ["xiaomi", "lenovo"]),
      .unknownCompany("lenovo", field: "companies[1]", nearest: []))
  }

  @Test("A parent, of a company among companies and of a body among bodies")
  func parent() throws {
    try expect(
      company("honor", parent: "mofcom"),
      .unknownCompany("mofcom", field: "parent", nearest: []))
    try expect(
      body("customs", parent: "xiaomi"), .unknownBody("xiaomi", field: "parent", nearest: []))
    try fixture.append([company("honor", parent: "huawei")])
  }

  @Test("A body that speaks, acts or publishes")
  func actingBody() throws {
    try expect(
      statement(by: "mofcon", on: "2022-04-14"),
      .unknownBody("mofcon", field: "body", nearest: ["mofcom"]))
    try expect(
      measure("sdn-list", by: "ofacc", .adopted, on: "2022-04-14"),
      .unknownBody("ofacc", field: "body", nearest: ["ofac"]))
    try expect(
      tradeStatistic(
        by: "customs", product: "laptops", period: "2022-03", percent: "-40", on: "2022-04-20"),
      .unknownBody("customs", field: "body", nearest: []))
  }

  @Test("A measure that a statement is about, and a power that a measure is issued under")
  func namedMeasure() throws {
    try expect(
      statement(by: "mofcom", on: "2022-04-14", measure: "blocking-rule"),
      .unknownMeasure("blocking-rule", field: "measure", nearest: ["blocking-rules"]))
    try expect(
      measure("order-1", by: "mofcom", .adopted, on: "2022-04-14", under: "order-1"),
      .unknownMeasure("order-1", field: "under[0]", nearest: []))
    try fixture.append([
      measure("order-1", by: "mofcom", .adopted, on: "2022-04-14", under: "blocking-rules")
    ])
  }

  @Test("Events that a denial names, itself not among them")
  func denied() throws {
    try expect(
      denial("huawei", of: ["defence", "defense"], on: "2022-03-05"),
      .unknownEvent("defense", field: "denies[1]", nearest: ["defence"]))
    try expect(
      denial("huawei", of: ["itself"], on: "2022-03-05", id: "itself"),
      .unknownEvent("itself", field: "denies[0]", nearest: []))
  }

  @Test("The event that a correction replaces, and what the replacement refers to")
  func corrected() throws {
    try expect(
      correction(
        to: announcement("huawei", .holding, on: "2022-03-01", id: "defense"),
        published: "2022-04"),
      .unknownEvent("defense", field: "corrects", nearest: ["defence"]))
    try expect(
      correction(
        to: announcement("hauwei", .holding, on: "2022-03-01", id: "defence"),
        published: "2022-04"),
      .unknownCompany("hauwei", field: "replacement.company", nearest: ["huawei"]))
    try expect(
      correction(
        to: denial("huawei", of: ["report"], on: "2022-03-01", id: "defence"),
        published: "2022-04"),
      .unknownEvent("report", field: "replacement.denies[0]", nearest: []))
  }

  @Test("A correction is not corrected, and neither is what is retracted")
  func notCorrectable() throws {
    let replacement = announcement("huawei", .holding, on: "2022-03-01", id: "defence")
    try fixture.append([
      correction(to: replacement, published: "2022-04", id: "first-correction"),
      retraction(of: "defence", published: "2022-05", id: "withdrawal"),
    ])
    try expect(
      correction(
        to: announcement("huawei", .holding, on: "2022-03-01", id: "first-correction"),
        published: "2022-05"),
      .correctsAmendment("first-correction", type: "correction"))
    try expect(
      correction(
        to: announcement("huawei", .holding, on: "2022-03-01", id: "withdrawal"),
        published: "2022-05"),
      .correctsAmendment("withdrawal", type: "retraction"))
    try expect(
      correction(to: replacement, published: "2022-06", id: "second-correction"),
      .correctsRetracted("defence", by: "withdrawal"))
  }

  @Test("An event is retracted once; when its retraction is retracted it can be again")
  func retracted() throws {
    try expect(
      retraction(of: "defense", published: "2022-05"),
      .unknownEvent("defense", field: "retracts", nearest: ["defence"]))
    try fixture.append([retraction(of: "defence", published: "2022-05", id: "first")])
    try expect(
      retraction(of: "defence", published: "2022-06", id: "second"),
      .alreadyRetracted("defence", by: "first"))
    try fixture.append([
      retraction(of: "first", published: "2022-06", id: "undone"),
      retraction(of: "defence", published: "2022-07", id: "second"),
    ])
    try expect(
      retraction(of: "defence", published: "2022-08", id: "third"),
      .alreadyRetracted("defence", by: "second"))
  }

  @Test("What comes earlier in the same append is there")
  func sameAppend() throws {
    let receipt = try fixture.append([
      company("dji"), body("ntu"),
      measure("sponsors-list", by: "ntu", .adopted, on: "2022-03-01"),
      statement(by: "ntu", on: "2022-03-02", to: named("dji"), measure: "sponsors-list"),
      announcement("dji", .suspended, on: "2022-04-26", id: "stop"),
      denial("dji", of: ["stop"], on: "2022-04-27"),
      retraction(of: "stop", published: "2022-04-28"),
    ])
    #expect(receipt.recorded == 7)
  }

  @Test("What comes further down in the same append is there, in whatever order")
  func furtherDown() throws {
    let events = [
      denial("dji", of: ["stop"], on: "2022-04-27"),
      announcement("dji", .suspended, on: "2022-04-26", id: "stop")
        .with("follows", ["sponsors-list"]),
      measure("sponsors-list", by: "ntu", .adopted, on: "2022-03-01", under: "war-law"),
      measure("war-law", by: "ntu", .inForce, on: "2022-02-24", power: true),
      company("dji", parent: "dji-holding"), body("ntu"), company("dji-holding"),
    ]
    let receipt = try fixture.append(events)
    #expect(receipt.recorded == events.count)
    #expect(try fixture.log.verify().isSound)
  }

  @Test("What comes nowhere in the append is refused, with the nearest name, also one further down")
  func nowhere() throws {
    let head = try fixture.head()
    let refusal = #expect(throws: AppendError.self) {
      try fixture.append([
        company("smic"), announcement("dij", .suspended, on: "2022-04-26"), company("dji"),
      ])
    }
    #expect(refusal?.index == 1)
    #expect(refusal?.reason == .unknownCompany("dij", field: "company", nearest: ["dji"]))
    #expect(try fixture.head() == head)
  }

  @Test("An amendment comes after what it amends")
  func amendmentFirst() throws {
    let refusal = #expect(throws: AppendError.self) {
      try fixture.append([
        retraction(of: "stop", published: "2022-04-28"),
        announcement("huawei", .suspended, on: "2022-04-26", id: "stop"),
      ])
    }
    #expect(refusal?.index == 0)
    #expect(refusal?.reason == .unknownEvent("stop", field: "retracts", nearest: []))
  }

  @Test("A body on whose word a report rests, and the measures that a company follows")
  func claimantAndFollowed() throws {
    try expect(
      silentReduction("huawei", .suspended, on: "2022-04")
        .with("claimant", ["body": "mofcon", "name": "a spokesperson"]),
      .unknownBody("mofcon", field: "claimant.body", nearest: ["mofcom"]))
    try expect(
      announcement("huawei", .suspended, on: "2022-04")
        .with("follows", ["blocking-rules", "blocking-rule"]),
      .unknownMeasure("blocking-rule", field: "follows[1]", nearest: ["blocking-rules"]))
    try expect(
      correction(
        to: announcement("huawei", .suspended, on: "2022-03-01", id: "defence")
          .with("follows", ["entity-list"]), published: "2022-04"),
      .unknownMeasure("entity-list", field: "replacement.follows[0]", nearest: []))
  }

  @Test("A body that denies, and the company for which it does")
  func deniers() throws {
    let joint = denial("huawei", on: "2022-04").with("body", "mofcon")
    try expect(joint, .unknownBody("mofcon", field: "body", nearest: ["mofcom"]))
    try fixture.append([denial("huawei", on: "2022-05").with("body", "mofcom")])
    try fixture.append([
      denial("huawei", on: "2022-06").without("company").with("body", "mofcom")
    ])
  }

  @Test("The company of a figure of its own, that a body also is, and that another became one with")
  func companies() throws {
    try expect(
      tradeStatistic(
        by: "mofcom", product: "sales", period: "2022", percent: "8", on: "2022-04"
      ).without("partner").with("company", "lenovo"),
      .unknownCompany("lenovo", field: "company", nearest: []))
    try expect(
      body("bank").with("company", "bank"),
      .unknownCompany("bank", field: "company", nearest: []))
    try expect(
      company("honor").with("merged_into", "hauwei"),
      .unknownCompany("hauwei", field: "merged_into", nearest: ["huawei"]))
    try fixture.append([company("honor").with("merged_into", "huawei")])
  }

  @Test("A refusal says what to do next")
  func sentences() throws {
    let refusal = #expect(throws: AppendError.self) {
      try fixture.append([announcement("xiomi", .exited, on: "2022-04", id: "out")])
    }
    #expect(
      refusal.map { "\($0)" }
        == "event 'out': company: no company 'xiomi' is registered; did you mean 'xiaomi'?")
  }

  private func expect(
    _ event: TestEvent, _ reason: AppendError.Reason,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let head = try fixture.head()
    let refusal = #expect(throws: AppendError.self, sourceLocation: sourceLocation) {
      try fixture.append([event])
    }
    #expect(refusal?.reason == reason, sourceLocation: sourceLocation)
    #expect(refusal?.id == event.id, sourceLocation: sourceLocation)
    #expect(try fixture.head() == head, sourceLocation: sourceLocation)
  }
}
