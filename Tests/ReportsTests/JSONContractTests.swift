import JSON
@testable import Projections
import Reports
import Stances
import Testing

@Suite("Answers as JSON")
struct JSONContractTests {
  @Test("Every answer has the envelope: rules, query, log, data, in this order")
  func envelope() throws {
    for report in SampleReport.all(.plain) + SampleReport.empty {
      let root = try JSONDocument(parsing: report.json.prettyBytes(), limits: .answer).root
      #expect(Self.names(root) == ["rules", "query", "log", "data"], "\(report.name)")
      #expect(root["rules"]?.string == "stance/2")
      #expect(try Self.names(#require(root["query"])) == ["to", "knownBy", "at", "fuzzy"])
      #expect(try Self.names(#require(root["log"])) == ["origin", "size", "root"])
      #expect(root["query"]?["at"]?.integer == root["log"]?["size"]?.integer)
    }
  }

  @Test("A posture has the contract's names in its order, then pledges, age, due, overdue")
  func postures() throws {
    let answer = PosturesReport.json(Samples.plain.answer(Samples.plain.postures))
    let root = try JSONDocument(parsing: answer.prettyBytes(), limits: .answer).root
    let postures = try Array(#require(root["data"]?["postures"]).elements)
    for posture in postures {
      #expect(
        Self.names(posture) == [
          "company", "name", "market", "conduct", "voice", "review", "gap", "reading", "contested",
          "lastEvidence", "pledges", "age", "due", "overdue",
        ])
      #expect(
        try Self.names(#require(posture["voice"])) == ["kind", "level", "depth", "since", "events"])
    }
    let lenovo = try #require(postures.first)
    #expect(
      try Self.names(#require(lenovo["conduct"])).prefix(6) == [
        "level", "depth", "basis", "grade", "since", "events",
      ])
    #expect(
      try Self.names(#require(lenovo["review"])).prefix(3) == ["state", "since", "events"])
    #expect(
      try Self.names(#require(lenovo["contested"]?.first)) == ["event", "level", "rule"])
    #expect(lenovo["voice"]?["level"]?.kind == .null)
    #expect(lenovo["conduct"]?["since"]?.string == "2022-03~")
    let didi = try #require(postures.first { $0["company"]?.string == "didi" })
    #expect(didi["conduct"]?.kind == .null)
    #expect(didi["gap"]?.kind == .null)
  }

  @Test("The timeline has measures and entries under the contract's names")
  func timeline() throws {
    let answer = TimelineReport.json(Samples.plain.answer(Samples.plain.timeline))
    let data = try #require(
      JSONDocument(parsing: answer.prettyBytes(), limits: .answer).root["data"])
    #expect(Self.names(data) == ["measures", "entries", "trade", "unreadable", "conflicts"])
    let measure = try #require(data["measures"]?.first)
    #expect(
      Self.names(measure).prefix(11) == [
        "measure", "title", "body", "instrument", "push", "status", "since", "until", "uses",
        "dormant", "events",
      ])
    let entry = try #require(data["entries"]?.first)
    #expect(
      Self.names(entry).prefix(7) == [
        "occurred", "published", "type", "event", "body", "company", "summary",
      ])
    #expect(entry["company"]?.kind == .null)
  }

  @Test("Followers, users of powers and conflicts are there by stance/2 only")
  func followed() throws {
    func members(_ rules: RuleSet) throws -> (data: [String], measure: [String], csv: String) {
      var clocks = Samples.plain.clocks
      clocks.rules = rules
      let list = MeasureList(measures: Samples.plain.measures, followed: .none)
      let answer = Answer(clocks: clocks, head: Samples.plain.head, content: list)
      let data = try #require(
        JSONDocument(parsing: MeasuresReport.json(answer).prettyBytes(), limits: .answer)
          .root["data"])
      return (
        Self.names(data), try Self.names(#require(data["measures"]?.first)),
        MeasuresReport.document(answer).csv()
      )
    }
    let (first, second) = (try members(.first), try members(.second))
    #expect(first.data == ["measures"] && second.data == ["measures", "conflicts"])
    #expect(first.measure == Array(second.measure.dropLast(3)))
    #expect(second.measure.suffix(3) == ["for", "usedBy", "followed"])
    #expect(!first.csv.contains("followed") && !first.csv.contains("used_by"))
    #expect(second.csv.contains("followed_by"))
  }

  private static func names(_ node: JSONNode) -> [String] { node.members.map(\.name) }
}

extension JSONLimits {
  /// Answers are larger than events.
  fileprivate static let answer = JSONLimits(maximumBytes: 1 << 24, maximumDepth: 64)
}

extension JSONNode {
  /// The first element of an array.
  fileprivate var first: JSONNode? { elements.first { _ in true } }
}
