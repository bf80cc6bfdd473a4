import JSON
import EventLog
import Foundation
import Projections
import Stances
import TestSupport
import Testing

@Suite("The founding corpus on 6 May 2022")
struct FoundingCorpusTests {
  /// Read once: every test asks the same query.
  private static let founding = Result {
    let corpus = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Events/china-tech-russia").standardized
    let log = try TestLog()
    for file in ["companies", "bodies", "events"] {
      let lines = try Data(contentsOf: corpus.appending(path: "\(file).jsonl"))
        .split(separator: UInt8(ascii: "\n"))
      try log.append(lines.map { try ProposedEvent(JSONDocument(parsing: Array($0))) })
    }
    return try log.read {
      try LogView(of: $0, on: Clocks(to: "2022-05-06", at: $0.head)).timeline()
    }
  }

  private let timeline: Timeline

  init() throws {
    timeline = try Self.founding.get()
  }

  @Test("China's blocking rules are in force, never used and dormant")
  func blockingRules() throws {
    let rules = try #require(
      timeline.measures.first { $0.measure.text == "cn-blocking-rules" })
    #expect(rules.status == .inForce && rules.since?.text == "2021-01-09")
    #expect(rules.isPower && rules.uses == 0 && rules.dormant && rules.push == .stay)
  }

  @Test("the export controls of 24 February are in force, also for Belarus")
  func exportControls() throws {
    let controls = try #require(
      timeline.measures.first { $0.measure.text == "us-russia-export-controls" })
    #expect(controls.status == .inForce && controls.since?.text == "2022-02-24")
    #expect(controls.markets.map(\.code) == ["RU", "BY"] && controls.addressees.all)
  }

  @Test("the Ministry of Commerce pushed to stay on 14 April")
  func ministryOfCommerce() throws {
    let statement = try #require(
      timeline.entries.first {
        $0.body?.text == "cn-mofcom" && $0.occurred.text == "2022-04-14"
      })
    #expect(statement.type == .governmentStatement && statement.push == .stay)
  }

  @Test(
    "exports of March fell on February, as customs figures show",
    arguments: [
      ("laptops", "-40 % (more than), 2022-03 on 2022-02"),
      ("smartphones", "-66 % (nearly two thirds), 2022-03 on 2022-02"),
      ("base stations", "-98 %, 2022-03 on 2022-02"),
    ])
  func trade(product: String, change: String) {
    let figures = timeline.entries.filter { $0.type == .tradeStatistic }
    #expect(figures.contains { $0.summary.hasSuffix("\(product) (China – Russia): \(change)") })
  }
}
