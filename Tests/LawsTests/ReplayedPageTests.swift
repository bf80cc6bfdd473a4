import Errors
import Projections
import Reports
import Stances
import TestSupport
import Testing

/// The two sliders of a page show what the command line answers for their two days.
@Suite("The replay in a page")
struct ReplayedPageTests {
  @Test(
    "every frame is what 'stance posture' answers, over random histories", arguments: UInt64(1)...6)
  func randomHistories(seed: UInt64) throws {
    let history = RandomHistory(seed: seed)
    let log = try AnsweringLog(history.events)
    var generator = SeededGenerator(seed: seed)
    for (fuzzy, rules) in [
      (Fuzziness.lenient, RuleSet.second), (.strict, .second), (.lenient, .first),
      (.strict, .first),
    ] {
      let whole = Clocks(
        to: Day(ordinal: 19_400), at: try log.head(), fuzzy: fuzzy, rules: rules)
      let page = try ReplayedPage(log.posturesPage(whole))
      for _ in 0..<25 {
        var clocks = Clocks.random(at: whole.at, by: rules, using: &generator)
        clocks.fuzzy = fuzzy
        let answer = try log.replayTable(clocks)
        #expect(
          page.rows(on: clocks.to, knownBy: clocks.knownBy) == answer, "seed \(seed), \(clocks)")
      }
    }
  }

  @Test("every frame is what 'stance posture' answers, in spring 2022")
  func foundingCorpus() throws {
    let corpus = try FoundingCorpus()
    let page = try ReplayedPage(corpus.posturesPage(to: "2022-12-31"))
    let days = [
      "2021-06-10", "2022-02-23", "2022-02-24", "2022-02-27", "2022-03-10", "2022-03-11",
      "2022-04-26", "2022-05-05", "2022-05-06", "2022-12-31",
    ]
    for day in days {
      for knownBy in days.map(Optional.some) + [nil] {
        let rows = page.rows(
          on: try Day(iso: day), knownBy: try knownBy.map { try Day(iso: $0) })
        #expect(
          try rows == corpus.replayTable(to: day, knownBy: knownBy),
          "to \(day), known by \(knownBy ?? "now")")
      }
    }
  }
}

extension AnsweringLog {
  /// The page of the board on a day.
  func posturesPage(_ clocks: Clocks) throws -> String {
    let page = try read { log in
      let view = LogView(of: log, on: clocks)
      return PosturesPage.page(try view.answer(view.boardPage()))
    }
    return page.html(.singleFile)
  }

  /// The table that `stance posture` shows.
  func replayTable(_ clocks: Clocks) throws -> [ReplayedPage.Row] {
    let document = try read { log in
      let view = LogView(of: log, on: clocks)
      return PosturesReport.document(try view.answer(view.postures()))
    }
    return document.blocks.flatMap { block -> [ReplayedPage.Row] in
      guard case .table(let table) = block else { return [] }
      return table.rows.map { ReplayedPage.Row($0.map(\.words)) }
    }
  }
}

extension FoundingCorpus {
  fileprivate func posturesPage(to day: String) throws -> String {
    try log.posturesPage(clocks(to: day, knownBy: nil))
  }

  fileprivate func replayTable(to day: String, knownBy: String?) throws -> [ReplayedPage.Row] {
    try log.replayTable(clocks(to: day, knownBy: knownBy))
  }
}

extension ReplayedPage.Row {
  /// A row of the table for readers: company, market, says, does, on whose word, gap.
  fileprivate init(_ cells: [String]) {
    let mark = "; contested"
    let isContested = cells[5].hasSuffix(mark)
    self.init(
      name: cells[0], says: cells[2], does: cells[3], rests: cells[4],
      gap: isContested ? String(cells[5].dropLast(mark.count)) : cells[5],
      isContested: isContested)
  }
}

extension RichText {
  /// The text without its notes.
  fileprivate var words: String {
    runs.map { run in
      switch run {
      case .text(let text), .name(let text), .subject(let text, _), .marked(let text):
        printable(text)
      case .address, .notes: ""
      }
    }.joined().trimmingSuffix { $0 == " " }
  }
}

extension String {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, matches(last) { text = text.dropLast() }
    return String(text)
  }
}
