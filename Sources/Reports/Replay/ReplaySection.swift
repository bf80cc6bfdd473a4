// Replay: the table of postures under two sliders, and the data by which page.js moves it.

import Projections
import Stances

/// The table of postures under two sliders: *as of* and *as known by*.
///
/// The table is the answer to the page's own query and complete without a script; the sliders are
/// hidden until the script, which moves them, has found the data after the table.
struct ReplaySection {
  private let title: String
  private let rows: [ReplayFrames]
  private let postures: [CompanyMarket: Posture]
  private let clocks: Clocks
  private let span: Span?
  private let picture: Markup

  /// A replay of some postures up to the query's own two days, with a picture of them beneath the
  /// sliders.
  init(
    _ title: String, of rows: [ReplayFrames], postures: [Posture], clocks: Clocks,
    beneath picture: Markup = .empty
  ) {
    self.title = title
    self.picture = picture
    self.rows = rows
    self.clocks = clocks
    span = Span(of: rows, clocks: clocks)
    self.postures = Dictionary(
      postures.map { (CompanyMarket($0.company, $0.market), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether there is anything to move the sliders along.
  var canMove: Bool { span != nil }

  /// The section with its data; only the table if there is nothing to move along.
  var markup: Markup {
    """
    <section class="replay" aria-labelledby="replay-title">
    <h2 class="hidden" id="replay-title">\(title)</h2>
    \(span.map(controls) ?? .empty)\(picture)\
    <div class="scroll" role="group" tabindex="0" aria-label="\(title)"><table class="board">
    <caption id="replay-caption">\(caption)</caption>
    <thead><tr><th scope="col">Company</th><th scope="col">Market</th><th scope="col">Says</th>\
    <th scope="col">Does</th><th scope="col">On whose word</th>\
    <th scope="col">Word against deed</th></tr></thead>
    <tbody>
    \(rows.map(row))\
    </tbody>
    </table></div>
    \(canMove ? ReplayData(rows, knowsAll: clocks.knownBy == nil).markup : .empty)\
    </section>

    """
  }

  private var caption: String {
    "As of \(clocks.to), "
      + (clocks.knownBy.map { "as known by \($0)" } ?? "with all that is known")
  }

  private func row(_ row: ReplayFrames) -> Markup {
    let posture = postures[CompanyMarket(row.company, row.market)]
    func cell(_ column: ReplayColumn) -> ReplayCell { posture?.cell(column) ?? ReplayCell() }
    let (says, does, basis) = (cell(.says), cell(.does), cell(.basis))
    return """
      <tr data-strip="\(stripKey(row.company, row.market))"\(posture == nil ? " hidden" : "")>\
      <th scope="row" data-cell="name"><a href="\(Subject.company(row.company).mark)">\
      <bdi>\(cell(.name).text)</bdi></a></th>\
      <td data-cell="market"><a href="\(Subject.posture(row.company, row.market).mark)">\
      \(row.market.englishName)</a></td>\
      <td data-cell="says">\(mark(of: says.level)) <span>\(prose: says.text)</span></td>\
      <td data-cell="does">\(mark(of: does.level)) <span>\(prose: does.text)</span></td>\
      <td data-cell="basis"><span>\(prose: basis.text)</span> \
      <b class="contested">\(basis.contest)</b></td>\
      <td data-cell="gap"><span>\(prose: cell(.gap).text)</span></td></tr>

      """
  }

  /// The number of a level on its colour; nothing to see without a level.
  private func mark(of level: Level?) -> Markup {
    "<b class=\"level\" data-level=\"\(level?.term ?? "")\">\(level?.depth.withMinus ?? "")</b>"
  }

  // MARK: Sliders

  private func controls(_ span: Span) -> Markup {
    let all = clocks.knownBy == nil ? " (all that is known)" : ""
    return """
      <div class="controls screen" id="replay-controls" hidden>
      \(slider("as-of", "As of", span.asOf, ""))\
      \(slider("known-by", "As known by", span.knownBy, all))\
      <p class="buttons"><button type="button" id="replay-back">Step back</button>
      <button type="button" id="replay-play">Play</button>
      <button type="button" id="replay-forward">Step forward</button>
      <label><input type="checkbox" id="replay-together"> Known by the same day</label></p>
      <p class="news" id="replay-news" role="status"></p>
      </div>

      """
  }

  private func slider(
    _ name: String, _ label: String, _ days: ClosedRange<Day>, _ suffix: String
  ) -> Markup {
    let last = "\(days.upperBound)\(suffix)"
    return """
      <div class="slider"><label for="replay-\(name)">\(label)</label>
      <output for="replay-\(name)" id="replay-\(name)-day">\(last)</output>
      <input type="range" id="replay-\(name)" min="\(days.lowerBound.ordinal)" \
      max="\(days.upperBound.ordinal)" value="\(days.upperBound.ordinal)" \
      aria-valuetext="\(last)" autocomplete="off">
      <input type="date" id="replay-\(name)-date" aria-label="\(label), typed" \
      min="\(days.lowerBound.description)" max="\(days.upperBound.description)" \
      value="\(days.upperBound.description)" \
      autocomplete="off"></div>

      """
  }
}

extension Markup {
  /// The markup as a part of a page that a site replaces when the sliders of the page have moved.
  func following(_ part: String) -> Markup {
    "<div data-follows=\"\(part)\">\n\(self)</div>\n"
  }
}

/// The days that the sliders move along.
private struct Span {
  let asOf: ClosedRange<Day>
  let knownBy: ClosedRange<Day>

  /// Nil if there is nothing to move along.
  init?(of rows: [ReplayFrames], clocks: Clocks) {
    var first: Day?
    var known: ClosedRange<Day>?
    for frame in rows.lazy.flatMap(\.frames) {
      if let day = frame.periods.lazy.compactMap(\.from).first {
        first = min(first ?? day, day)
      }
      guard case .on(let day) = frame.knownBy else { continue }
      known = min(known?.lowerBound ?? day, day)...max(known?.upperBound ?? day, day)
    }
    guard let first, let firstKnown = known?.lowerBound, let lastKnown = known?.upperBound,
      first <= clocks.to
    else { return nil }
    let last = clocks.knownBy ?? max(lastKnown, clocks.to)
    guard firstKnown <= last else { return nil }
    self.init(asOf: first...clocks.to, knownBy: firstKnown...last)
  }

  private init(asOf: ClosedRange<Day>, knownBy: ClosedRange<Day>) {
    self.asOf = asOf
    self.knownBy = knownBy
  }
}

/// The columns of the table of postures that a replay moves, by the names that its page and the
/// script have for them.
enum ReplayColumn: String, CaseIterable {
  case name, says, does, basis, gap
}

/// What a cell of the table shows: its words, and what else the page knows of them as data.
struct ReplayCell {
  var words = ""
  /// What follows the words with counts of days, which grow by themselves.
  var age: [WordingPart] = []
  /// The level of which the cell shows the mark.
  var level: Level?
  /// The mark of a contest; empty without one.
  var contest = ""
  /// The gap between word and deed; 0 if it is not known.
  var gap = 0

  /// The words with their age.
  var text: String { words + age.map(\.words).joined() }
}

extension Posture {
  /// What the table shows of it in a column.
  func cell(_ column: ReplayColumn) -> ReplayCell {
    switch column {
    case .name: ReplayCell(words: displayName)
    case .says:
      // A defence, and a return, mean operating without naming a level.
      ReplayCell(
        words: says, level: voice.kind.isStandingWord ? voice.level ?? .operating : nil)
    case .does: ReplayCell(words: does, level: conduct?.level)
    case .basis:
      ReplayCell(words: restsWithLatest, contest: contested.isEmpty ? "" : "contested")
    case .gap: ReplayCell(words: gapPhrase, age: gapAge, gap: gap ?? 0)
    }
  }
}
