import JSON
import EventLog
import Stances
import TestSupport
import Testing

@Suite("Reading a log")
struct ReadingTests {
  let fixture: LogFixture

  init() throws {
    fixture = try LogFixture(
      company("dji"), company("smic"), body("mofcom"),
      measure("blocking-rules", by: "mofcom", .inForce, on: "2021-01-09", id: "rules"),
      statement(by: "mofcom", on: "2022-04-14", to: named("dji"), id: "urge"),
      announcement("dji", .suspended, on: "2022-04-26", id: "stop")
        .with("tags", .array([.string("drones")])),
      declinedComment("smic", on: "2022-05~", id: "declined"),
      retraction(of: "stop", published: "2022-05-20", id: "withdrawal"))
  }

  @Test("An event by its id and by its position is the same")
  func pointReads() throws {
    let (byID, byPosition, missing) = try fixture.log.read { reader in
      (
        try reader.event(EventID(recorded: "stop")), try reader.event(at: 6),
        try reader.event(at: 99)
      )
    }
    #expect(byID?.position == 6)
    #expect(byID?.recorder == "desk")
    #expect(byPosition?.id.text == "stop")
    #expect(byID?.bytes == byPosition?.bytes)
    #expect(missing == nil)
  }

  @Test("By company: what it does, what addresses it, what amends its events")
  func byCompany() throws {
    #expect(
      try ids { $0.companies = [CompanyID(recorded: "dji")] }
        == ["dji-company-registered", "urge", "stop", "withdrawal"])
    #expect(try ids { $0.companies = [CompanyID(recorded: "unheard-of")] } == [])
    #expect(
      try ids { $0.companies = ["dji", "smic", "unheard-of"].map(CompanyID.init(recorded:)) }.count
        == 6)
  }

  @Test("By body and by measure")
  func byBodyAndMeasure() throws {
    #expect(
      try ids { $0.bodies = [BodyID(recorded: "mofcom")] }
        == ["mofcom-body-registered", "rules", "urge"])
    #expect(try ids { $0.measures = [MeasureKey(recorded: "blocking-rules")] } == ["rules"])
    #expect(
      try ids {
        $0.companies = [CompanyID(recorded: "dji")]
        $0.bodies = [BodyID(recorded: "mofcom")]
      } == ["urge"])
  }

  @Test("An amendment concerns what its target waits for, which comes further down in the append")
  func amendedWhileWaiting() throws {
    let log = try LogFixture(
      company("dji"), body("mofcom"),
      silentReduction("dji", .suspended, on: "2022-04", id: "report")
        .with("follows", ["controls"]),
      retraction(of: "report", published: "2022-05", id: "withdrawal"),
      measure("controls", by: "mofcom", .inForce, on: "2022-02-24", id: "rules"))
    var filter = EventFilter()
    filter.measures = [MeasureKey(recorded: "controls")]
    let found = try log.log.read { try $0.events(filter).map(\.id.text) }
    #expect(found == ["report", "withdrawal", "rules"])
  }

  @Test("An event also concerns its claimant, what it follows, who denies and whose figure it is")
  func bySubject() throws {
    let log = try LogFixture(
      company("dji"), company("shell"), body("mofcom"), body("union"),
      measure("controls", by: "mofcom", .inForce, on: "2022-02-24", id: "rules"),
      silentReduction("dji", .suspended, on: "2022-04", id: "report")
        .with("claimant", ["body": "union"]).with("follows", ["controls"]),
      denial("dji", on: "2022-05", id: "joint").with("body", "union"),
      tradeStatistic(
        by: "mofcom", product: "sales", period: "2022", percent: "8", on: "2022-06", id: "sales"
      ).without("partner").with("company", "dji"),
      company("shell", id: "merger").with("merged_into", "dji"))
    func found(_ change: (inout EventFilter) -> Void) throws -> [String] {
      var filter = EventFilter()
      change(&filter)
      return try log.log.read { try $0.events(filter).map(\.id.text) }
    }
    #expect(
      try found { $0.companies = [CompanyID(recorded: "dji")] }
        == ["dji-company-registered", "report", "joint", "sales", "merger"])
    #expect(
      try found { $0.bodies = [BodyID(recorded: "union")] }
        == ["union-body-registered", "report", "joint"])
    #expect(try found { $0.measures = [MeasureKey(recorded: "controls")] } == ["rules", "report"])
  }

  @Test("By type, tag and position")
  func byTypeTagAndPosition() throws {
    #expect(
      try ids { $0.types = ["declined_comment", "retraction"] } == ["declined", "withdrawal"])
    #expect(try ids { $0.types = ["o'clock"] } == [])
    #expect(try ids { $0.content.tags = [Tag(recorded: "drones")] } == ["stop"])
    #expect(try ids { $0.positions = 4...5 } == ["rules", "urge"])
  }

  @Test("By the days on which it can have happened or been published")
  func byDays() throws {
    let may = try FuzzyDate("2022-05")
    let range = DayRange(earliest: may.earliest, latest: may.latest)
    #expect(try ids { $0.occurred = range } == ["declined"])
    #expect(try ids { $0.published = range } == ["declined", "withdrawal"])
  }

  @Test("Newest first, and no more than asked for")
  func orderAndLimit() throws {
    #expect(
      try ids {
        $0.newestFirst = true
        $0.limit = 2
      } == ["withdrawal", "declined"])
    #expect(try ids { $0.limit = 0 } == [])
  }

  @Test("A reader may stop early")
  func stop() throws {
    var seen: [Position] = []
    try fixture.log.read { reader in
      try reader.forEachEvent { event in
        seen.append(event.position)
        return seen.count < 3
      }
    }
    #expect(seen == [1, 2, 3])
  }

  @Test("Names of events come with their dates as given")
  func names() throws {
    let names = try fixture.log.read { try $0.eventNames(at: [7, 1, 7, 99]) }
    #expect(names.keys.sorted() == [1, 7])
    #expect(names[7]?.id.text == "declined")
    #expect(names[7]?.occurred == "2022-05~")
    #expect(names[1]?.published == nil)
  }

  @Test("The latest registration wins, within the log clock and as amended")
  func registrations() throws {
    try fixture.append([
      company("dji", name: "Da-Jiang", sector: "drones", id: "renamed"),
      correction(to: company("dji", name: "DJI", id: "renamed"), published: "2022-06"),
      retraction(of: "renamed", published: "2022-07"),
    ])
    let day = try #require(Day(year: 2023, month: 1, day: 1))
    let names = try fixture.log.read { reader in
      let amendments = try reader.amendments()
      let dji = try #require(try reader.companies().values.first { $0.id.text == "dji" })
      return [Position(8), 9, 10, 11].map { at in
        let acting = ActingAmendments(amendments, within: Clocks(to: day, at: at))
        return dji.titles.last {
          $0.source <= at && acting.source(of: $0.position) == $0.source
        }?.name
      }
    }
    #expect(names == ["dji", "Da-Jiang", "DJI", "dji"])
  }

  @Test("Every registration in force is reported as amended, including those that were replaced")
  func standingRegistrations() throws {
    try fixture.append([
      company("dji", name: "Da-Jiang", id: "renamed"),
      correction(to: company("dji", name: "DJI", id: "renamed"), published: "2022-06"),
      retraction(of: "renamed", published: "2022-07"),
    ])
    let names = try fixture.log.read { reader in
      let amendments = try reader.amendments()
      return try [Position(8), 9, 10, 11].map { at in
        let clocks = Clocks(to: .distantFuture, at: at)
        let acting = ActingAmendments(amendments, within: clocks)
        return try reader.registrations().compactMap { registration -> String? in
          guard registration.source <= at,
            acting.source(of: registration.position) == registration.source,
            case .companyRegistered(let company) = registration.event.content,
            company.company.text == "dji"
          else { return nil }
          return company.identity.name
        }
      }
    }
    #expect(names == [["dji"], ["dji", "Da-Jiang"], ["dji", "DJI"], ["dji"]])
  }

  @Test("Status counts events by type and version")
  func status() throws {
    let status = try fixture.log.read { try $0.status() }
    #expect(status.head == 8)
    #expect(status.lastRecorded == Timestamp(milliseconds: 1_651_836_896_789))
    #expect(status.types.map(\.type) == status.types.map(\.type).sorted())
    #expect(status.types.first { $0.type == "company_registered" }?.count == 2)
    #expect(status.types.reduce(0) { $0 + $1.count } == 8)
    #expect(status.unknown == 0)
  }

  private func ids(_ filtered: (inout EventFilter) -> Void) throws -> [String] {
    var filter = EventFilter()
    filtered(&filter)
    return try fixture.log.read { try $0.events(filter).map(\.id.text) }
  }
}
