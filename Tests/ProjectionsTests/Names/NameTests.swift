import JSON
import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// Names are found as the query that they are part of knows them.
@Suite("Names on the clocks of a query")
struct NameTests {
  private let acme = company("acme", name: "Acmee").with("aliases", ["AR"])
  private let corrected = correction(
    to: company("acme", name: "Globex Robotics"), published: "2022-05-10")

  private func slug(
    of name: String, in log: TestLog, at position: Position? = nil, knownBy: String? = nil
  ) throws -> String {
    let clocks = try log.clocks(to: "2022-06-01", knownBy: knownBy, at: position)
    return try log.read { try LogView(of: $0, on: clocks).company(name).text }
  }

  private func found(
    _ text: String, in log: TestLog, to day: String = "2022-06-01", at position: Position? = nil,
    knownBy: String? = nil
  ) throws -> [String] {
    let clocks = try log.clocks(to: day, knownBy: knownBy, at: position)
    return try log.read {
      try LogView(of: $0, on: clocks).matches(of: text).map { "\($0.name): \($0.found)" }
    }
  }

  @Test("a name that another company takes later means at an older position what it meant")
  func laterMeanings() throws {
    let log = try TestLog([acme])
    #expect(try slug(of: "Acmee", in: log) == "acme")
    try log.append([company("other").with("aliases", ["Acmee"])])
    #expect(try slug(of: "Acmee", in: log, at: 1) == "acme")
    #expect(throws: QueryError.ambiguousCompany("Acmee", meanings: ["acme", "other"])) {
      try slug(of: "Acmee", in: log)
    }
    #expect(throws: QueryError.unknownCompany("other", nearest: [])) {
      try slug(of: "other", in: log, at: 1)
    }
  }

  @Test("a name is found however its letters are written")
  func folded() throws {
    let log = try TestLog([company("maersk", name: "A.P. Møller – Mærsk"), acme])
    for text in ["mærsk", "MAERSK", "moller", "Ｍoller", "  a.p.  møller", "m\u{E6}r\u{455}k"] {
      #expect(try found(text, in: log).count == 1, "\(text)")
    }
    #expect(try found("mersk line", in: log).isEmpty)
  }

  @Test("a list of events at a position takes names as they were there")
  func namesOfEvents() throws {
    let log = try TestLog([acme])
    try log.append([company("other").with("aliases", ["Acmee"])])
    var choice = EventChoice()
    choice.companies = ["Acmee"]
    #expect(try log.read { try choice.filter(in: $0, at: 1).companies.map(\.text) } == ["acme"])
    #expect(throws: QueryError.self) { try log.read { try choice.filter(in: $0) } }

    try log.append([body("ministry")])
    choice = EventChoice()
    choice.bodies = [BodyID(recorded: "ministry")]
    #expect(throws: QueryError.unknownBody("ministry", nearest: [])) {
      try log.read { try choice.filter(in: $0, at: 2) }
    }
    #expect(try log.read { try choice.filter(in: $0, at: 3).bodies } == choice.bodies)
  }

  @Test("a corrected name is found as corrected, from when the correction acts")
  func correctedNames() throws {
    let log = try TestLog([acme, corrected])
    #expect(try slug(of: "globex robotics", in: log) == "acme")
    #expect(try found("globex", in: log) == ["Globex Robotics: Globex Robotics"])
    #expect(throws: QueryError.self) { try slug(of: "Acmee", in: log) }
    #expect(try found("acmee", in: log) == ["Globex Robotics: acme"])
    for (position, knownBy) in [(Position(1), nil), (2, "2022-05-09")] {
      #expect(try slug(of: "Acmee", in: log, at: position, knownBy: knownBy) == "acme")
      #expect(try found("acmee", in: log, at: position, knownBy: knownBy) == ["Acmee: Acmee"])
      #expect(try found("globex", in: log, at: position, knownBy: knownBy).isEmpty)
      #expect(throws: QueryError.self) {
        try slug(of: "Globex Robotics", in: log, at: position, knownBy: knownBy)
      }
    }
  }

  @Test("a withdrawn registration gives no name, and its company keeps its slug")
  func withdrawnNames() throws {
    let gone = retraction(of: acme.id.text, published: "2022-05-10")
    let log = try TestLog([acme, gone])
    #expect(try slug(of: "acme", in: log) == "acme")
    #expect(throws: QueryError.self) { try slug(of: "AR", in: log) }
    #expect(try found("ar", in: log).isEmpty)
    #expect(try found("ar", in: log, knownBy: "2022-05-09") == ["Acmee: AR"])
  }

  @Test("a name that a later registration replaced is found as well")
  func formerNames() throws {
    let log = try TestLog([acme, company("acme", name: "Globex", id: "renamed")])
    #expect(try slug(of: "Acmee", in: log) == "acme")
    #expect(try found("acmee", in: log) == ["Globex: Acmee"])
  }

  @Test("a measure is found from its day on, once it is known, under its corrected title")
  func measures() throws {
    let act = measure("act", by: "ministry", .adopted, on: "2022-03-01", published: "2022-03-05")
      .with("title", "Draft")
    let log = try TestLog([
      body("ministry"), act,
      correction(to: act.with("title", "Decree"), published: "2022-05-10"),
    ])
    #expect(try found("decree", in: log) == ["Decree: Decree"])
    #expect(try found("draft", in: log).isEmpty)
    #expect(try found("draft", in: log, knownBy: "2022-05-09") == ["Draft: Draft"])
    #expect(try found("draft", in: log, at: 2) == ["Draft: Draft"])
    #expect(try found("decree", in: log, to: "2022-02-28").isEmpty)
    #expect(try found("draft", in: log, knownBy: "2022-03-04").isEmpty)
  }
}
