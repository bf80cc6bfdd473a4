import Projections
import Stances

/// The chips of one cell of a board, in one column or in several side by side.
struct BoardChips {
  private static let chipHeight = 20.0
  private static let pitch = 23.0
  private static let leastWidth = 104.0
  /// Fewer chips than this stand one below the other.
  private static let most = 4

  let postures: [Posture]
  let showsMarket: Bool
  let links: PictureLinks

  /// How high so many chips are together.
  static func height(of count: Int, width: Double) -> Double {
    guard count > 0 else { return 0 }
    let columns = columns(of: count, width: width)
    return Double((count + columns - 1) / columns) * pitch
  }

  private static func columns(of count: Int, width: Double) -> Int {
    count <= most ? 1 : max(1, Int(width / leastWidth))
  }

  func drawn(in area: Rectangle) -> Markup {
    let columns = Self.columns(of: postures.count, width: area.width)
    let width = area.width / Double(columns)
    return postures.enumerated().reduce(into: Markup.empty) { drawn, item in
      let (row, column) = item.offset.quotientAndRemainder(dividingBy: columns)
      drawn += chip(
        item.element,
        Rectangle(
          x: area.x + Double(column) * width, y: area.y + Double(row) * Self.pitch,
          width: width - (columns > 1 ? 4 : 0), height: Self.chipHeight))
    }
  }

  private func chip(_ posture: Posture, _ area: Rectangle) -> Markup {
    let level = posture.conduct?.level
    let ink = level.map { "on-\($0.term)" } ?? "soft"
    let gap = posture.gap.flatMap { $0 == 0 ? nil : $0.signed } ?? ""
    let market = showsMarket ? posture.market.code : ""
    let tail = [market, gap].filter { !$0.isEmpty }.joined(separator: " ")
    let tailWidth = tail.isEmpty ? 0 : Lettering.width(of: tail, size: 10) + 6
    let name = Lettering.fit(posture.name, into: area.width - 8 - tailWidth, size: 11)
    var drawn = Markup.rectangle(area, level.map { "edge \($0.term)" } ?? "edge hollow dash")
    drawn += .words(name, at: area.x + 5, area.middle + 4, "s \(ink)")
    if !tail.isEmpty {
      drawn += .words(tail, at: area.right - 4, area.middle + 4, "xs \(ink)", .end)
    }
    return .linked(
      "\(posture.name), \(posture.market.englishName): says: \(posture.says); does: \(posture.does);"
        + " \(posture.gapReading)", to: links.company(posture.company), drawn)
  }
}
