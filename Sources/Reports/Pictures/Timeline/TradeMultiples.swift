import Projections
import Stances

/// Published trade figures as small multiples: a card for what was counted, a bar for each change.
enum TradeMultiples {
  private static let cardWidth = 214.0
  /// The most that a card shows; the report's table has everything.
  private static let most = 4
  private static let space = 12.0

  static func drawn(
    _ figures: [TradeFigure], at top: Double, width: Double, links: PictureLinks
  ) -> (drawn: Markup, height: Double) {
    let groups = Dictionary(grouping: figures, by: Subject.init)
      .sorted { $0.key.title < $1.key.title }
    guard !groups.isEmpty else { return (.empty, 0) }
    var drawn = Markup.words("Trade figures: published changes", at: 0, top + 12, "b")
    let columns = max(1, Int((width + space) / (cardWidth + space)))
    var y = top + 26
    for start in stride(from: 0, to: groups.count, by: columns) {
      let row = groups[start..<min(start + columns, groups.count)]
      let lines = row.map { min(most, $0.value.count) }.max() ?? 0
      let height = 42 + 16 * Double(lines)
      for (column, group) in row.enumerated() {
        let x = Double(column) * (cardWidth + space)
        let area = Rectangle(x: x, y: y, width: cardWidth, height: height)
        drawn += card(group.key, group.value, in: area, links)
      }
      y += height + space
    }
    return (drawn, y - top)
  }

  /// What was counted, and between whom.
  private struct Subject: Hashable {
    let title: String
    let scope: String

    init(_ figure: TradeFigure) {
      title = figure.productPhrase
      scope = figure.scope
    }
  }

  private static func card(
    _ subject: Subject, _ figures: [TradeFigure], in area: Rectangle, _ links: PictureLinks
  ) -> Markup {
    let inner = area.width - 12
    var drawn = Markup.rectangle(area, "thin hollow rule")
    drawn += .titled(
      subject.title,
      .words(
        Lettering.fit(subject.title, into: inner, size: 11, isBold: true), at: area.x + 6,
        area.y + 15, "s b"))
    drawn += .words(
      Lettering.fit(subject.scope, into: inner, size: 10), at: area.x + 6, area.y + 28, "xs soft")
    let shown = figures.suffix(most)
    for (row, figure) in shown.enumerated() {
      let y = area.y + 36 + Double(row) * 16
      drawn += .linked(
        "\(figure.publisher), \(figure.period.spoken): \(figure.productPhrase) "
          + "\(figure.valuePhrase) \(figure.changePhrase)", to: links.event(figure.event),
        line(figure, in: Rectangle(x: area.x + 6, y: y, width: inner, height: 15)))
    }
    if figures.count > shown.count {
      drawn += .words(
        "and \(figures.count - shown.count) earlier", at: area.right - 6, area.y + 28, "xs soft",
        .end)
    }
    return drawn
  }

  /// A period, and its figure or the change as a bar from the middle line.
  private static func line(_ figure: TradeFigure, in area: Rectangle) -> Markup {
    var drawn = Markup.words(
      Lettering.fit(figure.period.text, into: 88, size: 10), at: area.x, area.middle + 4, "xs soft")
    guard let percent = figure.change?.percent.number else {
      let value = Lettering.fit(figure.valuePhrase, into: area.width - 94, size: 10)
      return drawn + .words(value, at: area.right, area.middle + 4, "xs", .end)
    }
    let zero = area.x + 124
    let length = min(30, percent.magnitude / 100 * 30)
    let bar = Rectangle(
      x: percent < 0 ? zero - length : zero, y: area.y + 2, width: max(1, length), height: 10)
    drawn += .rectangle(bar, "edge measure")
    drawn += .line(from: zero, area.y, to: zero, area.y + 14, "thin")
    return drawn + .words(figure.changeWords, at: area.right, area.middle + 4, "xs", .end)
  }
}

extension TradeFigure {
  /// The change as a signed percentage.
  fileprivate var changeWords: String {
    guard let percent = change?.percent else { return "" }
    return (percent.isNegative ? "−" : "+") + percent.magnitude + "\u{A0}%"
  }
}

extension Decimal {
  /// The nearest number that can be drawn.
  fileprivate var number: Double? { Double(text) }
}
