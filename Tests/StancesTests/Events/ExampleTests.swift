import JSON
import Stances
import TestSupport
import Testing

@Suite("Codec: the frozen examples of every type and version")
struct ExampleTests {
  static func event(_ name: String) throws -> Event {
    let text = try RepositoryFiles.text("Events/examples/\(name).json")
    return try Event(JSONDocument(parsing: Array(text.utf8)))
  }

  @Test("There is one example for every type and every version that can be read")
  func complete() throws {
    let expected = EventType.allCases.flatMap { type in
      (Upcasting.oldestVersion(of: type)...Vocabulary.version(of: type))
        .map { "\(type.rawValue).v\($0).json" }
    }
    #expect(try RepositoryFiles.names(in: "Events/examples") == expected.sorted())
  }

  @Test("Every example decodes as the type and version that its name says")
  func decode() throws {
    for name in try RepositoryFiles.names(in: "Events/examples") {
      let event = try Self.event(String(name.dropLast(5)))
      #expect("\(event.content.type.rawValue).v\(event.version).json" == name)
    }
  }

  @Test("An event of version 0, with its one market, is lifted to what version 1 says")
  func lifted() throws {
    for name in ["public_announcement", "silent_reduction"] {
      let old = try Self.event("\(name).v0")
      let new = try Self.event("\(name).v1")
      #expect(old.version == 0)
      #expect(new.version == 1)
      #expect(old.content == new.content)
      #expect(old.evidence == new.evidence)
      #expect((old.id, old.note) == (new.id, new.note))
      #expect((old.occurred, old.published) == (new.occurred, new.published))
    }
  }

  @Test("Companies: who, in which market, at which level, when, and on whose word")
  func company() throws {
    let event = try Self.event("silent_reduction.v1")
    guard case .silentReduction(let reduction) = event.content else {
      Issue.record("not a silent reduction")
      return
    }
    #expect(reduction.company == CompanyID("lenovo"))
    #expect(reduction.markets == [try Market(code: "RU")])
    #expect(reduction.level == .suspended)
    #expect(event.occurred?.text == "2022-03~")
    #expect(event.published?.text == "2022-05-06")
    #expect(event.evidence.map(\.grade.code) == ["B2", "B2"])
    #expect(event.evidence.first?.url == "https://pandaily.com/?p=106395")
    guard case .exit(let exit) = try Self.event("exit.v1").content else {
      Issue.record("not an exit")
      return
    }
    #expect(exit.mode == .walkedAway)
    #expect(exit.disclosed)
  }

  @Test("Governments: body, speaker, act, push, addressees and measure")
  func government() throws {
    guard
      case .governmentStatement(let statement) = try Self.event("government_statement.v1").content,
      case .governmentMeasure(let measure) = try Self.event("government_measure.v1").content,
      case .pressure(let pressure) = try Self.event("pressure.v1").content
    else {
      Issue.record("not a statement, a measure and a pressure")
      return
    }
    #expect(statement.body == BodyID("cn-mofcom"))
    #expect(statement.speaker == "Shu Jueting")
    #expect((statement.act, statement.push) == (.urge, .stay))
    #expect(statement.addressees.countries.map(\.code) == ["CN"])
    #expect(!statement.addressees.all)
    #expect(measure.measure == MeasureKey("cn-blocking-rules"))
    #expect((measure.instrument, measure.phase, measure.power) == (.blockingRule, .inForce, true))
    #expect((pressure.role, pressure.push, pressure.names) == (.supplier, .withdraw, []))
  }

  @Test("Figures: publisher, product, period and change, digit by digit")
  func trade() throws {
    guard case .tradeStatistic(let figure) = try Self.event("trade_statistic.v1").content else {
      Issue.record("not a trade statistic")
      return
    }
    #expect(figure.publisher == BodyID("cn-gacc").map { .body($0) })
    #expect((figure.reporter.code, figure.partner?.code) == ("CN", "RU"))
    #expect((figure.product.name, figure.product.hs) == ("laptops", nil))
    #expect(figure.period.text == "2022-03")
    #expect(figure.change?.percent.text == "-40")
    #expect(figure.change?.qualifier == "more than")
    #expect(figure.change?.against?.text == "2022-02")
    #expect(figure.value == nil)
  }

  @Test("Registrations and amendments: names, identifiers, whole replacements, reasons")
  func rest() throws {
    guard case .companyRegistered(let company) = try Self.event("company_registered.v1").content,
      case .correction(let correction) = try Self.event("correction.v1").content,
      case .retraction(let retraction) = try Self.event("retraction.v1").content
    else {
      Issue.record("not a registration, a correction and a retraction")
      return
    }
    #expect(company.identity.names.map { [$0.language, $0.name] } == [["zh", "小米集团"]])
    #expect(company.identity.wikidata == "Q1636958")
    #expect(company.identity.tickers == ["1810.HK", "XIACY"])
    #expect(correction.replacement.id == correction.corrects)
    #expect(correction.replacement.content.type == .publicAnnouncement)
    #expect(correction.replacement.content.markets.map(\.code) == ["RU", "UA"])
    #expect(retraction.retracts.text == "lenovo-2022-02-25-nexta-claim")
  }

  @Test("Every event of the founding corpus decodes")
  func corpus() throws {
    var count = 0
    for file in try RepositoryFiles.names(in: "Events/china-tech-russia")
    where file.hasSuffix(".jsonl") {
      let text = try RepositoryFiles.text("Events/china-tech-russia/\(file)")
      for (index, line) in text.split(separator: "\n").enumerated() {
        #expect(throws: Never.self, "\(file)") {
          try Event(JSONDocument(parsing: Array(line.utf8), line: index + 1))
        }
        count += 1
      }
    }
    #expect(count > 400)
  }
}
