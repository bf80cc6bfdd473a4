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
    for posture in postures.sorted(by: { ($0.name, $0.market) < ($1.name, $1.market) }) {
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

  let postures: [Posture]
  let showsMarket: Bool
  let size: Size
  let links: PictureLinks

  /// The height of a number of chips together.
  static func height(of count: Int, width: Double, size: Size) -> Double {
    guard count > 0 else { return 0 }
    let columns = columns(of: count, width: width, size: size)
    return Double((count + columns - 1) / columns) * size.pitch
  }

  private static func columns(of count: Int, width: Double, size: Size) -> Int {
    count <= most ? 1 : max(1, Int(width / size.least))
  }

  func drawn(in area: Rectangle) -> Markup {
    let columns = Self.columns(of: postures.count, width: area.width, size: size)
    let width = area.width / Double(columns)
    return postures.enumerated().reduce(into: Markup.empty) { drawn, item in
      let (row, column) = item.offset.quotientAndRemainder(dividingBy: columns)
      drawn += chip(
        item.element,
        Rectangle(
          x: area.x + Double(column) * width, y: area.y + Double(row) * size.pitch,
          width: width - (columns > 1 ? 3 : 0), height: size.height))
    }
  }

  private func chip(_ posture: Posture, _ area: Rectangle) -> Markup {
    let level = posture.conduct?.level
    let ink = level.map { "on-\($0.term)" } ?? "soft"
    let gap = size.showsGap ? posture.gap.flatMap { $0 == 0 ? nil : $0.signed } ?? "" : ""
    let market = showsMarket ? posture.market.label : ""
    let tail = [market, gap].filter { !$0.isEmpty }.joined(separator: " ")
    let tailWidth = tail.isEmpty ? 0 : Lettering.width(of: tail, size: 10) + 6
    let name = Lettering.fit(posture.name, into: area.width - 8 - tailWidth, size: size.font)
    var drawn = Markup.rectangle(area, level.map { "edge \($0.term)" } ?? "edge hollow dash")
    drawn += .words(name, at: area.x + 5, area.middle + 4, "\(size.classes) \(ink)")
    if !tail.isEmpty {
      drawn += .words(tail, at: area.right - 4, area.middle + 4, "xs \(ink)", .end)
    }
    return .linked(
      "\(posture.name), \(posture.market.englishName): says: \(posture.says); does: \(posture.does);"
        + " \(posture.gapReading)", to: links.company(posture.company), drawn)
  }
}
