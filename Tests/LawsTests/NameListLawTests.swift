import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// How many events a list counts of someone is how many there are, whatever was corrected or withdrawn.
@Suite("Laws of lists of companies and bodies")
struct NameListLawTests {
  @Test(
    "each is counted with the events that concern it, and parts make up the whole",
    arguments: UInt64(1)...4)
  func counts(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 300).events)
    let head = try log.head()
    for _ in 0..<6 {
      let clocks = Clocks.random(
        at: Position(.random(in: 1...head.number, using: &generator)), using: &generator)
      let order = ListOrder.allCases.randomElement(using: &generator) ?? .name
      try log.read { reader in
        let view = LogView(of: reader, on: clocks)
        let known = KnownEvents(
          RecordedEvents(try reader.events(), amendments: try reader.amendments()), on: clocks)
        let whole = try view.companyList(by: order, after: nil, atMost: 1_000).part
        for company in whole.shown {
          let events = known.reached.filter {
            $0.event.content.concernedCompanies.contains(company.company)
          }
          let said = "seed \(seed), \(clocks), \(company.company)"
          #expect(company.tally.events == events.count, "\(said)")
          #expect(company.tally.lastEvent == events.last?.event.id, "\(said)")
        }
        var (parts, after) = ([CompanyID](), nil as CompanyID?)
        repeat {
          let part = try view.companyList(by: order, after: after, atMost: 3).part
          parts += part.shown.map(\.company)
          after = part.more.after.flatMap(CompanyID.init)
        } while after != nil
        #expect(parts == whole.shown.map(\.company), "seed \(seed), \(clocks), \(order)")
        for body in try view.bodyList(of: [], by: order, after: nil, atMost: 1_000).part.shown {
          let events = known.reached.filter {
            $0.event.content.concernedBodies.contains(body.body)
          }
          #expect(body.tally.events == events.count, "seed \(seed), \(clocks), \(body.body)")
        }
      }
    }
  }
}
