package import Projections
import Stances

/// A company's strip in a terminal: what it says above, what it does below, a column for each part
/// of the time, and the gap between them marked.
package struct TextStrip: Sendable {
  /// What the strip is about, without anything that a format could take for its own.
  package let title: String
  private let history: PostureHistory
  private let first: Day?

  /// The strip of a history in its market, from its first period to its last day.
  package init(_ history: PostureHistory) {
    self.init(history, title: history.market.englishName, from: nil)
  }

  /// The strip of one company among others, all from the same first day.
  init(_ history: PostureHistory, among first: Day) {
    self.init(history, title: history.company.text, from: first)
  }

  private init(_ history: PostureHistory, title: String, from first: Day?) {
    (self.history, self.title, self.first) = (history, title, first)
  }

  /// The strip in lines of a greatest width, in block characters or ASCII only.
  package func lines(width: Int, ascii: Bool) -> [String] {
    let label = 6
    let days = sampledDays(columns: max(10, min(width, 100) - label))
    let signs: StripSigns = ascii ? .ascii : .blocks
    let postures = days.map { history.posture(on: $0) }
    let lanes: [(String, (Posture?) -> Character)] = [
      ("says", { $0.map { signs.sign(of: $0.voice) } ?? " " }),
      ("", { $0.map { signs.sign(ofGap: $0.gap) } ?? " " }),
      ("does", { $0.map { signs.sign(of: $0.conduct?.level) } ?? " " }),
    ]
    return lanes.map { name, sign -> String in
      let signs = postures.map(sign)
      let end = signs.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
      return name.isEmpty && end == 0 ? "" : name.padded(to: label) + String(signs[..<end])
    } + [String(repeating: " ", count: label) + dates(days, ascii: ascii)]
  }

  /// What the signs mean, on one line.
  package static func legend(ascii: Bool) -> String {
    let signs: StripSigns = ascii ? .ascii : .blocks
    let levels = Level.allCases.map { "\(signs.sign(of: $0)) \($0.term)" }
    let others = [
      "\(signs.sign(of: nil)) no word, or not known",
      "\(signs.sign(ofGap: -1)) has withdrawn further than it says",
      "\(signs.sign(ofGap: 1)) says more than it does",
    ]
    return (levels + others).joined(separator: "  ")
  }

  /// The last day of each column's part of the time, so that the last column is the last day.
  private func sampledDays(columns: Int) -> [Day] {
    let last = history.span.latest
    let first = min(first ?? history.periods.lazy.compactMap(\.from).first ?? last, last)
    let length = (first.days(until: last) ?? 0) + 1
    let count = min(columns, length)
    return (1...max(1, count)).map { first.adding(days: $0 * length / max(1, count) - 1) }
  }

  private func dates(_ days: [Day], ascii: Bool) -> String {
    guard let first = days.first, let last = days.last else { return "" }
    let (start, end) = ("\(first)", "\(last)")
    let room = days.count - start.count - end.count
    return room < 1
      ? "\(start) to \(end)" : start + String(repeating: ascii ? "." : "·", count: room) + end
  }
}

/// The characters of a strip: the further withdrawn, the higher the block or the number.
private struct StripSigns {
  let levels: [Character]
  let unknown: Character
  let doesMore: Character
  let saysMore: Character

  static let blocks = StripSigns(
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "█"], unknown: "·", doesMore: "░", saysMore: "▒")
  static let ascii = StripSigns(
    levels: ["-", "0", "1", "2", "3", "4", "5"], unknown: ".", doesMore: "v", saysMore: "^")

  func sign(of level: Level?) -> Character {
    level.map { levels[$0.depth - Level.expanding.depth] } ?? unknown
  }

  func sign(of voice: Posture.Voice) -> Character { sign(of: voice.shownLevel) }

  func sign(ofGap gap: Int?) -> Character {
    guard let gap, gap != 0 else { return " " }
    return gap < 0 ? doesMore : saysMore
  }
}
