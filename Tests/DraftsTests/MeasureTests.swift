import Drafts
import Foundation
import JSON
import Projections
import Stances
import TestSupport
import Testing

/// How far the drafts agree with what people recorded: the notes of both cases, each by its first
/// sentence alone, against its event.
///
/// The figures are lower bounds that only rise: whoever makes the rules better raises them here. The
/// rules were made on the first case; of the second one, every other note was looked at once.
@Suite("How many of the recorded notes are drafted as they were recorded")
struct MeasureTests {
  /// What is counted of a case.
  struct Figures {
    var notes = 0
    var types = 0
    var ofCompanies = 0
    var companies = 0
    var levels = 0
    var withLevel = 0
    var drafts = 0
    var rightDrafts = 0
    var confusion: [String: [String: Int]] = [:]

    func percent(_ count: Int, of all: Int) -> Int { all == 0 ? 0 : count * 100 / all }

    var table: String {
      confusion.sorted { $0.key < $1.key }.map { type, found in
        let counts = found.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key)" }
        return "  \(type): \(counts.joined(separator: ", "))"
      }
      .joined(separator: "\n")
    }
  }

  static func figures(of folder: String) throws -> Figures {
    func events(_ name: String) throws -> [JSONNode] {
      try RepositoryFiles.text("Events/\(folder)/\(name).jsonl").split(separator: "\n")
        .map { try JSONDocument(parsing: Array($0.utf8)).root }
    }
    func texts(_ node: JSONNode?) -> [String] { node?.elements.compactMap(\.string) ?? [] }
    func names(_ node: JSONNode) -> [String] {
      [node["name"]?.string ?? ""] + (node["names"]?.members.compactMap(\.value.string) ?? [])
        + texts(node["aliases"])
    }
    let register =
      try events("companies").map { node in
        RegisteredIdentity(
          .company(CompanyID(recorded: node["company"]?.string ?? "")), names: names(node))
      }
      + events("bodies").map { node in
        RegisteredIdentity(
          .body(BodyID(recorded: node["body"]?.string ?? "")), names: names(node),
          jurisdiction: node["jurisdiction"]?.string.flatMap { Market(packing: $0) })
      }
    let cues = try Desk.cues.get()
    let reader = ArticleReader(NameIndex(register, cues), cues)
    var figures = Figures()
    for event in try events("events") {
      guard let note = event["note"]?.string, let type = event["type"]?.string else { continue }
      // The notes go on with figures, conflicts and what the recorder thought: only the first sentence
      // is that of the event.
      let first = note.firstRange(of: /[.] (?=[A-Z"])/).map { note[...$0.lowerBound] } ?? note[...]
      var source = ArticleSource()
      source.published = event["published"]?.string.flatMap { try? FuzzyDate($0) }
      let drafts = reader.drafts(of: String(first), from: source).drafts
      figures.notes += 1
      figures.drafts += drafts.count
      figures.rightDrafts += drafts.count { $0.type.rawValue == type }
      let found = drafts.first?.type.rawValue ?? "nothing"
      figures.confusion[type, default: [:]][found, default: 0] += 1
      if drafts.first?.type.rawValue == type { figures.types += 1 }
      if ProcessInfo.processInfo.environment["STANCE_SHOW_DRAFTS"] != nil {
        print(
          "\(found == type ? "=" : "≠") \(type) \(event["company"]?.string ?? "") \(event["level"]?.string ?? event["act"]?.string ?? "") | \(first)"
        )
        for draft in drafts { print("      \(draft.words) | \(draft.rule) '\(draft.cue)'") }
      }
      guard let company = event["company"]?.string, type != "trade_statistic" else { continue }
      figures.ofCompanies += 1
      if drafts.contains(where: { $0["company"] == company }) { figures.companies += 1 }
      guard let level = event["level"]?.string else { continue }
      figures.withLevel += 1
      if drafts.contains(where: { $0["company"] == company && $0["level"] == level }) {
        figures.levels += 1
      }
    }
    return figures
  }

  @Test(
    "type, company and level are right at least as often as they were",
    arguments: [
      (folder: "china-tech-russia", types: 80, companies: 74, levels: 72, drafts: 87),
      (folder: "western-exits-russia", types: 35, companies: 56, levels: 33, drafts: 60),
    ])
  func rises(folder: String, types: Int, companies: Int, levels: Int, drafts: Int) throws {
    let figures = try Self.figures(of: folder)
    let found = (
      types: figures.percent(figures.types, of: figures.notes),
      companies: figures.percent(figures.companies, of: figures.ofCompanies),
      levels: figures.percent(figures.levels, of: figures.withLevel),
      drafts: figures.percent(figures.rightDrafts, of: figures.drafts)
    )
    print(
      """
      \(folder): \(figures.notes) notes, \(figures.drafts) drafts, \(found.drafts) % of the right type; first draft of the right type \
      \(found.types) % (\(figures.types)); right company \(found.companies) % (\(figures.companies) of \
      \(figures.ofCompanies)); right level \(found.levels) % (\(figures.levels) of \(figures.withLevel))
      \(figures.table)
      """)
    #expect(found.types >= types, "types: \(found.types) %")
    #expect(found.companies >= companies, "companies: \(found.companies) %")
    // Who marks everything misses nothing.
    #expect(found.drafts >= drafts, "drafts: \(found.drafts) %")
    #expect(found.levels >= levels, "levels: \(found.levels) %")
  }
}
