import Projections
import Stances

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
    /// Whether a chip tells how far word and deed lie apart; the row tells which way.
    let showsGap: Bool

    /// For boards that are read at a glance.
    static let regular = Size(
      height: 20, pitch: 23, least: 104, font: 11, classes: "s", showsGap: true)
    /// For hundreds of companies.
    static let compact = Size(
      height: 15, pitch: 17, least: 92, font: 10, classes: "xs", showsGap: false)
  }

  /// Fewer chips than this stand one below the other.
  private static let most = 4

  let postures: [Posture]
  let showsMarket: Bool
  let size: Size
  let links: PictureLinks

  /// How high so many chips are together.
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
    let market = showsMarket ? posture.market.code : ""
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
