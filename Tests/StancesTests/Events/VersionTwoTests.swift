import JSON
import TestSupport
import Testing

@testable import Stances

@Suite("Codec: what version 2 of the vocabulary added")
struct VersionTwoTests {
  private static func event(_ name: String) throws -> Event { try ExampleTests.event(name) }

  @Test("A source names the agency or paper that it rests on")
  func origin() throws {
    #expect(try Self.event("declined_comment.v2").evidence.map(\.origin) == ["Reuters"])
    #expect(try Self.event("declined_comment.v1").evidence.map(\.origin) == [nil])
  }

  @Test("An announcement says on what it depends, and a reduction whom it follows, by whose word")
  func words() throws {
    guard
      case .publicAnnouncement(let sale) = try Self.event("public_announcement.v2").content,
      case .silentReduction(let stop) = try Self.event("silent_reduction.v2").content
    else {
      Issue.record("not an announcement and a reduction")
      return
    }
    #expect(sale.condition == "subject to approvals")
    #expect(stop.follows == [MeasureKey("us-russia-export-controls")])
    #expect(stop.claimant == Claimant(body: nil, name: "a person familiar with the matter"))
  }

  @Test("Lines, exceptions and last deliveries of business that goes on, resumes or ends")
  func business() throws {
    guard case .continuedBusiness(let sale) = try Self.event("continued_business.v2").content,
      case .resumption(let supply) = try Self.event("resumption.v2").content,
      case .exit(let malls) = try Self.event("exit.v2").content
    else {
      Issue.record("not a sale, a resumption and an exit")
      return
    }
    #expect(sale.windDown)
    #expect((sale.lines, sale.level) == (["online clearance sale"], nil))
    #expect(supply.claimant?.name == "Disclose")
    #expect(supply.lines == ["supply of the buyer of its shops"])
    #expect(malls.lines == ["14 MEGA shopping centres"])
    let waived = try read(
      """
      {"id":"a","type":"resumption","v":2,"company":"dji","markets":["RU"],"disclosed":true,\
      "until":"2022-05-31","occurred":"2022-05","published":"2022-05",\
      "evidence":[{"publisher":"Reuters"}]}
      """)
    guard case .resumption(let delivery) = waived.content else { return }
    #expect(delivery.until?.text == "2022-05-31")
  }

  @Test("A denial says what it denies; a body can deny for a company, or for its members")
  func denial() throws {
    guard case .denial(let denial) = try Self.event("denial.v2").content,
      case .denial(let old) = try Self.event("denial.v1").content
    else {
      Issue.record("not two denials")
      return
    }
    #expect((denial.subject, old.subject) == (.role, .report))
    let event = try read(
      """
      {"id":"a","type":"denial","v":2,"body":"association","markets":["RU"],\
      "subject":"motive","lines":["drones"],"occurred":"2022","published":"2022",\
      "evidence":[{"publisher":"Reuters"}]}
      """)
    guard case .denial(let joint) = event.content else { return }
    #expect((event.content.company, event.content.body) == (nil, BodyID("association")))
    #expect((joint.subject, joint.lines) == (.motive, ["drones"]))
    #expect(
      Move.moves(of: event, position: 1, source: 1, positionOf: { _ in nil }).isEmpty)
  }

  @Test("A body grants what was asked for; a step names its powers and who used them")
  func governments() throws {
    guard
      case .governmentStatement(let grant) = try Self.event("government_statement.v2").content,
      case .governmentMeasure(let order) = try Self.event("government_measure.v2").content
    else {
      Issue.record("not a statement and a measure")
      return
    }
    #expect((grant.act, grant.push) == (.grant, .permit))
    #expect(order.under == [MeasureKey("ru-decree-302-2023")])
    #expect(order.usedBy == .state)
  }

  @Test("A company's own figure needs no partner: it is about the market where it was counted")
  func figure() throws {
    let event = try Self.event("trade_statistic.v2")
    guard case .tradeStatistic(let figure) = event.content else {
      Issue.record("not a figure")
      return
    }
    #expect((figure.company, figure.partner) == (CompanyID("philip-morris"), nil))
    #expect(event.content.markets.map(\.code) == ["RU"])
    #expect(event.content.company == CompanyID("philip-morris"))
  }

  @Test("A company becomes one with another; a body may be a company too; a seat may be unknown")
  func registrations() throws {
    let merged = try Self.event("company_registered.v2")
    guard case .companyRegistered(let company) = merged.content,
      case .bodyRegistered(let bank) = try Self.event("body_registered.v2").content
    else {
      Issue.record("not a company and a body")
      return
    }
    #expect(company.mergedInto == CompanyID("stellantis"))
    #expect(merged.occurred?.text == "2021-01-16")
    #expect(bank.company == CompanyID("veb"))
    let event = try read(
      #"{"id":"a","type":"company_registered","v":2,"company":"acme","name":"Acme"}"#)
    guard case .companyRegistered(let homeless) = event.content else { return }
    #expect(homeless.country == nil)
  }

  @Test("Version 1 is read without lifting; only a measure has its power made a list")
  func lifting() throws {
    for type in EventType.allCases {
      #expect(Upcasting.isLifted(type, from: 1) == (type == .governmentMeasure), "\(type)")
    }
    let event = try read(Self.oldMeasure)
    guard case .governmentMeasure(let measure) = event.content else { return }
    #expect(event.version == 1)
    #expect(measure.under == [MeasureKey("decree-302")])
  }

  @Test("An event of version 1 lacks what version 1 required, or has what version 2 added")
  func olderVersion() throws {
    expect(
      #"{"id":"a","type":"company_registered","v":1,"company":"acme","name":"Acme"}"#,
      .missing(field: "country", of: "company_registered"))
    expect(
      Self.oldMeasure.replacing(#""withdraw""#, with: #""permit""#),
      .termOfLaterVersion(found: "permit", of: "government_measure", since: 2, written: 1))
    expect(
      Self.oldMeasure.replacing(#""publisher""#, with: #""origin":"AFP","publisher""#),
      .fieldOfLaterVersion(name: "origin", of: "government_measure", since: 2, written: 1))
  }

  @Test(
    "What is refused when it is proposed is refused inside a correction too",
    arguments: [tooDeep, timed])
  func replacement(text: String) throws {
    let refusal = #expect(throws: EventError.self) { try read(Self.correction(to: text)) }
    #expect(refusal?.path.hasPrefix("replacement.") == true)
  }

  @Test(
    "What is recorded is read, though it could not be proposed today",
    arguments: [tooDeep, timed])
  func recorded(text: String) throws {
    #expect(throws: EventError.self) { try read(text) }
    for text in [text, Self.correction(to: text)] {
      let recorded =
        text.dropLast() + #","recorded":"2026-01-01T00:00:00.000Z","recorder":"desk"}"#
      let event = try RecordedEvent(position: 1, bytes: Array(recorded.utf8))
      #expect(event.event != nil)
    }
  }

  @Test("Pressure by others presses or does neither; it cannot permit")
  func pressure() {
    expect(
      """
      {"id":"a","type":"pressure","v":2,"markets":["RU"],"by":{"role":"customer"},\
      "addressees":{"all":true},"push":"permit","occurred":"2022","published":"2022",\
      "evidence":[{"publisher":"Reuters"}]}
      """, .notOneOf(found: "permit", allowed: ["withdraw", "stay", "none"], nearest: []))
  }

  private static let tooDeep = """
    {"id":"a","type":"public_announcement","v":2,"company":"dji","markets":["RU"],\
    "level":"suspended","lines":["drones"],"occurred":"2022","published":"2022",\
    "evidence":[{"publisher":"Reuters"}]}
    """

  private static let timed = """
    {"id":"a","type":"declined_comment","v":1,"company":"dji","markets":["RU"],\
    "occurred":"2022-03-01","published":"2022-03-01T09:30:00+03:00",\
    "evidence":[{"publisher":"Reuters"}]}
    """

  private static let oldMeasure = """
    {"id":"a","type":"government_measure","v":1,"body":"ru-president","markets":["RU"],\
    "measure":"decree-520","title":"Decree 520","instrument":"order","phase":"in_force",\
    "push":"withdraw","under":"decree-302","occurred":"2023-07-16","published":"2023-07-16",\
    "evidence":[{"publisher":"The Guardian"}]}
    """

  private static func correction(to text: String) -> String {
    #"{"id":"c","type":"correction","v":1,"corrects":"a","reason":"a slip","published":"2022","#
      + #""replacement":\#(text)}"#
  }

  private func read(_ text: String) throws -> Event {
    try Event(JSONDocument(parsing: Array(text.utf8)))
  }

  private func expect(
    _ text: String, _ reason: EventError.Reason, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let refusal = #expect(throws: EventError.self, sourceLocation: sourceLocation) {
      try read(text)
    }
    #expect(refusal?.reason == reason, sourceLocation: sourceLocation)
  }
}
