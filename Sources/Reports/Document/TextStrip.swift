package import Projections
import Stances

/// A company's strip in a terminal: what it says above, what it does below, a column for each part
/// of the time, and the gap between them marked.
package struct TextStrip: Sendable {
  /// What the strip is about, without anything that a format could take for its own.
  package let title: String
  private let history: PostureHistory
  private let first: Day

  /// The strips of some histories on one axis, from the first period of any to their last day.
  package static func strips(
    of histories: [PostureHistory], titled title: (PostureHistory) -> String
  ) -> [TextStrip] {
    let first = histories.flatMap(\.periods).compactMap(\.from).min()
    return histories.map {
      TextStrip(title: title($0), history: $0, first: first ?? $0.span.latest)
    }
  }

  private init(title: String, history: PostureHistory, first: Day) {
    (self.title, self.history, self.first) = (title, history, first)
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
    let first = min(first, last)
    let length = (first.days(until: last) ?? 0) + 1
    let count = min(columns, length)
    return (1...max(1, count)).map { first.adding(days: $0 * length / max(1, count) - 1) }
  }

  private func dates(_ days: [Day], ascii: Bool) -> String {
    guard let last = days.last else { return "" }
    let (start, end) = ("\(min(first, last))", "\(last)")
    guard days.count > start.count + end.count else { return "\(start) to \(end)" }
    let dot: Character = ascii ? "." : "·"
    var line = Array(repeating: dot, count: days.count)
    line.replaceSubrange(..<start.count, with: start)
    line.replaceSubrange((days.count - end.count)..., with: end)
    // The number of each year where it begins, as far as there is room between dots.
    var year = start.prefix(4)
    for (column, day) in days.enumerated() {
      let text = "\(day)".prefix(4)
      guard text != year else { continue }
      year = text
      let isFree = (column - 1...column + text.count).allSatisfy {
        line.indices.contains($0) && line[$0] == dot
      }
      if isFree { line.replaceSubrange(column..<column + text.count, with: text) }
    }
    return String(line)
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
