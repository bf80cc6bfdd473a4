import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("Powers and their uses")
struct PowerTests {
  private let power = measure(
    "blocking-rules", by: "cn-mofcom", .inForce, on: "2021-01-09", instrument: .blockingRule,
    push: .stay, power: true)

  private func use(
    _ key: String, _ phase: GovernmentMeasure.Phase, on day: String, effective: String? = nil,
    id: String? = nil
  ) -> TestEvent {
    measure(
      key, by: "cn-mofcom", phase, on: day, instrument: .order, effective: effective,
      under: "blocking-rules", id: id)
  }

  private func power(in events: [TestEvent], on day: String) throws -> Measure {
    let measures = TimelineProjection.measures(in: try known(events, on: Clocks(to: day)))
    return try #require(measures.first { $0.measure.text == "blocking-rules" })
  }

  @Test("a power in force and never used is dormant, as China's blocking rules were")
  func dormant() throws {
    let rules = try power(in: [body("cn-mofcom"), power], on: "2022-05-06")
    #expect(rules.status == .inForce && rules.isPower && rules.uses == 0 && rules.dormant)
  }

  @Test("a power that is not in force is not dormant")
  func notInForce() throws {
    let adopted = power.with("phase", "adopted")
    #expect(try !power(in: [adopted], on: "2022-05-06").dormant)
    let lifted = measure("blocking-rules", by: "cn-mofcom", .lifted, on: "2022-05-01")
    #expect(try !power(in: [power, lifted], on: "2022-05-06").dormant)
  }

  @Test("a measure is a power if any of its steps says so")
  func anyStep() throws {
    let amended = measure("blocking-rules", by: "cn-mofcom", .amended, on: "2022-01-01")
    #expect(try power(in: [power, amended], on: "2022-05-06").dormant)
  }

  @Test("a measure that enables nothing is never dormant")
  func noPower() throws {
    #expect(try !power(in: [power.without("power")], on: "2022-05-06").dormant)
  }

  @Test("a measure issued under it is a use from the day it is adopted")
  func use() throws {
    let events = [power, use("ban", .inForce, on: "2022-06-01", effective: "2022-07-01")]
    #expect(try power(in: events, on: "2022-05-31").dormant)
    let used = try power(in: events, on: "2022-06-01")
    #expect(used.uses == 1 && !used.dormant)
  }

  @Test("a threat or a proposal under it is not a use", arguments: ["threatened", "proposed"])
  func threatIsNoUse(phase: String) throws {
    let threat = use("ban", .threatened, on: "2022-04-01").with("phase", phase)
    let rules = try power(in: [power, threat], on: "2022-05-06")
    #expect(rules.uses == 0 && rules.dormant)
  }

  @Test("each measure is one use, however many its steps, and stays one after its end")
  func distinct() throws {
    let events = [
      power, use("ban", .inForce, on: "2022-06-01"), use("ban", .amended, on: "2022-06-10"),
      use("ban", .lifted, on: "2022-06-20"), use("order", .adopted, on: "2022-06-02"),
    ]
    #expect(try power(in: events, on: "2022-07-01").uses == 2)
  }

  @Test("a power is not a use of itself")
  func itself() throws {
    let itself = power.with("under", ["blocking-rules"])
    #expect(try power(in: [itself], on: "2022-05-06").dormant)
  }

  @Test("a use says who used the power, if that is on record")
  func usedBy() throws {
    let events = [
      power, use("ban", .inForce, on: "2022-06-01").with("used_by", "state"),
      use("ruling", .inForce, on: "2022-06-02").with("used_by", "court"),
      use("order", .adopted, on: "2022-06-03"),
      use("threat", .threatened, on: "2022-06-04").with("used_by", "state"),
    ]
    let rules = try power(in: events, on: "2022-07-01")
    #expect(rules.uses == 3 && rules.usedBy == [.state: 1, .court: 1])
    var clocks = try Clocks(to: "2022-07-01")
    clocks.rules = .first
    let first = TimelineProjection.measures(in: try known(events, on: clocks))
    #expect(first.allSatisfy { $0.usedBy.isEmpty })
  }
}
