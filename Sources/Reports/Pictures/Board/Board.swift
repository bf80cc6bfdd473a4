import Projections
import Stances

/// How word and deed compare, as the rows of a board.
enum BoardRow: CaseIterable {
  case quietRetreat, inLine, ahead, unknown

  /// The row of a reading.
  init(_ reading: Reading) {
    switch reading {
    case .quietRetreat: self = .quietRetreat
    case .inLine: self = .inLine
    case .pledged, .underWay, .nothingSince, .unkeptWord, .unconfirmed, .conditional:
      self = .ahead
    case .unknown, .notApplicable, .noWord, .otherLines: self = .unknown
    }
  }

  /// The row's words, the first of more weight.
  var label: [String] {
    switch self {
    case .quietRetreat: ["Withdrawn further", "than it says"]
    case .inLine: ["No gap"]
    case .ahead: ["Says more", "than it does,", "or is on its way"]
    case .unknown: ["Not compared,", "not known", "or seized"]
    }
  }
}

/// Postures sorted into the cells of a board.
struct Board {
  private(set) var rows: [BoardRow: [Level?: [Posture]]] = [:]
  private let postures: [Posture]

  init(_ postures: [Posture]) {
    self.postures = postures
    for posture in postures.sorted(by: { ($0.unitName, $0.market) < ($1.unitName, $1.market) }) {
      rows[BoardRow(posture.reading), default: [:]][posture.conduct?.level, default: []]
        .append(posture)
    }
  }

  /// Whether the market must be named, because there are several.
  var showsMarket: Bool { Set(postures.map(\.market)).count > 1 }

  func count(in level: Level?) -> Int { postures.count { $0.conduct?.level == level } }

  func largestCell(in level: Level?) -> Int { rows.values.map { $0[level]?.count ?? 0 }.max() ?? 0 }

  /// How many are at each level, in a sentence.
  var summary: String {
    guard !postures.isEmpty else { return "Nothing on record matches this query." }
    let levels = (Level.allCases + [nil]).compactMap { level -> String? in
      let count = count(in: level)
      return count == 0 ? nil : "\(count) \(level?.term ?? "not known")"
    }
    let quiet = rows[.quietRetreat]?.values.reduce(0) { $0 + $1.count } ?? 0
    return "\(counted(postures.count, "posture")): \(levels.joined(separator: ", ")); "
      + "\(quiet) of them have withdrawn further than they say."
  }
}

/// The chips of one cell of a board, in one column or in several side by side.
struct BoardChips {
  /// How large chips are.
  struct Size {
    let height: Double
    /// From one chip's upper edge to the next one's.
    let pitch: Double
    let least: Double
    let font: Double
    let classes: String
    /// Whether a chip shows how far word and deed are apart; the row shows which way.
    let showsGap: Bool

    /// For boards that are read at a glance.
    static let regular = Size(
      height: 20, pitch: 23, least: 104, font: 11, classes: "s", showsGap: true)
    /// For hundreds of companies.
    static let compact = Size(
      height: 15, pitch: 17, least: 92, font: 10, classes: "xs", showsGap: false)
  }

  /// Fewer chips than this are placed one below the other.
  private static let most = 4
  /// A name has so many lines, at most.
  private static let mostLines = 12

  let postures: [Posture]
  let showsMarket: Bool
  let size: Size
  let links: PictureLinks

  /// The chips side by side in one line of a cell, and how many lines of words the longest name takes.
  private struct Line {
    let chips: [(posture: Posture, words: ChipWords)]
    let height: Double
  }

  /// The words of a chip.
  private struct ChipWords {
    /// The name, in as many lines as it needs.
    let name: [String]
    /// The market, and how far word and deed are apart.
    let tail: String
    /// The line of the tail.
    let tailLine: Int

    var lines: Int { max(name.count, tailLine + 1) }
  }

  /// The height of all chips together in a width.
  func height(in width: Double) -> Double {
    lines(in: width).reduce(0) { $0 + $1.height }
  }

  private func columns(in width: Double) -> Int {
    postures.count <= Self.most ? 1 : max(1, Int(width / size.least))
  }

  private func lines(in whole: Double) -> [Line] {
    let columns = columns(in: whole)
    let width = chipWidth(in: whole)
    return stride(from: 0, to: postures.count, by: columns).map { start in
      let chips = postures[start..<min(start + columns, postures.count)].map {
        (posture: $0, words: words(of: $0, in: width))
      }
      let most = chips.map(\.words.lines).max() ?? 1
      return Line(chips: chips, height: size.pitch + (size.font + 2) * Double(most - 1))
    }
  }

  private func chipWidth(in whole: Double) -> Double {
    let columns = columns(in: whole)
    return whole / Double(columns) - (columns > 1 ? 3 : 0)
  }

  /// The tail is behind the name, or below it if a word would have to be broken for it.
  private func words(of posture: Posture, in width: Double) -> ChipWords {
    let tail = tail(of: posture)
    let tailWidth = tail.isEmpty ? 0 : Lettering.width(of: tail, size: 10) + 6
    let longest =
      posture.unitName.split(separator: " ")
      .map { Lettering.width(of: String($0), size: size.font) }.max() ?? 0
    let isBelow = tailWidth > 0 && width - 8 - tailWidth < longest
    let room = width - 8 - (isBelow ? 0 : tailWidth)
    var lines = Lettering.lines(of: posture.unitName, into: room, size: size.font)
    if lines.count > Self.mostLines {
      lines =
        lines.prefix(Self.mostLines - 1)
        + [Lettering.fit(lines[Self.mostLines - 1] + "…", into: room, size: size.font)]
    }
    return ChipWords(name: lines, tail: tail, tailLine: isBelow ? lines.count : 0)
  }

  /// What stands behind the name: the market, and how far word and deed are apart.
  private func tail(of posture: Posture) -> String {
    let gap = size.showsGap ? posture.gap.flatMap { $0 == 0 ? nil : $0.signed } ?? "" : ""
    let market = showsMarket ? posture.market.label : ""
    return [market, gap].filter { !$0.isEmpty }.joined(separator: " ")
  }

  func drawn(in area: Rectangle) -> Markup {
    let width = chipWidth(in: area.width)
    let pitch = area.width / Double(columns(in: area.width))
    var y = area.y
    return lines(in: area.width).reduce(into: Markup.empty) { drawn, line in
      for (column, item) in line.chips.enumerated() {
        drawn += chip(
          item.posture, item.words,
          Rectangle(
            x: area.x + Double(column) * pitch, y: y, width: width,
            height: line.height - (size.pitch - size.height)))
      }
      y += line.height
    }
  }

  private func chip(_ posture: Posture, _ words: ChipWords, _ area: Rectangle) -> Markup {
    let level = posture.conduct?.level
    let ink = level.map { "on-\($0.term)" } ?? "soft"
    let first = area.y + size.height / 2 + 4
    var drawn = Markup.rectangle(area, level.map { "edge \($0.term)" } ?? "edge hollow dash")
    let y = { (line: Int) in first + (size.font + 2) * Double(line) }
    for (line, name) in words.name.enumerated() {
      drawn += .words(name, at: area.x + 5, y(line), "\(size.classes) \(ink)")
    }
    if !words.tail.isEmpty {
      drawn += .words(words.tail, at: area.right - 4, y(words.tailLine), "xs \(ink)", .end)
    }
    return .linked(
      "\(posture.longName), \(posture.market.englishName): says: \(posture.says); does: \(posture.does);"
        + " \(posture.gapReading)", to: links.company(posture.company), drawn)
  }
}
