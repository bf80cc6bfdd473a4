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
      let row = groups[start..<min(start + columns, groups.count)].map(Card.init)
      let height = row.map(\.height).max() ?? 0
      for (column, card) in row.enumerated() {
        let x = Double(column) * (cardWidth + space)
        drawn += card.drawn(
          in: Rectangle(x: x, y: y, width: cardWidth, height: height), links)
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

  /// One card: what was counted and between whom, and the last figures.
  private struct Card {
    private let title: [String]
    private let scope: [String]
    private let lines: [Line]

    private static let inner = cardWidth - 12

    init(_ group: (key: Subject, value: [TradeFigure])) {
      title = Lettering.lines(of: group.key.title, into: Self.inner, size: 11, isBold: true)
      let earlier = group.value.count - most
      scope =
        Lettering.lines(of: group.key.scope, into: Self.inner, size: 10)
        + (earlier > 0 ? ["and \(earlier) earlier"] : [])
      lines = group.value.suffix(most).map { Line($0, width: Self.inner) }
    }

    private var headHeight: Double { 10 + 13 * Double(title.count + scope.count) }

    var height: Double { headHeight + lines.reduce(0) { $0 + $1.height } + 6 }

    func drawn(in area: Rectangle, _ links: PictureLinks) -> Markup {
      var drawn = Markup.rectangle(area, "thin hollow rule")
      for (line, words) in (title + scope).enumerated() {
        drawn += .words(
          words, at: area.x + 6, area.y + 15 + 13 * Double(line),
          line < title.count ? "s b" : "xs soft")
      }
      var y = area.y + headHeight
      for line in lines {
        let figure = line.figure
        drawn += .linked(
          "\(figure.publisher), \(figure.period.spoken): \(figure.productPhrase) "
            + "\(figure.valuePhrase) \(figure.changePhrase)", to: links.event(figure.event),
          line.drawn(
            in: Rectangle(x: area.x + 6, y: y, width: Self.inner, height: line.height)))
        y += line.height
      }
      return drawn
    }
  }

  /// A period, and its figure or the change as a bar from the middle line; the figure is below the
  /// period if they do not fit side by side.
  private struct Line {
    let figure: TradeFigure
    private let period: String
    private let value: [String]
    private let isBelow: Bool

    /// The room of a period beside a bar.
    private static let periodWidth = 88.0
    private static let pitch = 16.0

    init(_ figure: TradeFigure, width: Double) {
      self.figure = figure
      period = figure.period.text
      let periodWidth = Lettering.width(of: period, size: 10)
      if figure.change == nil {
        let valueWidth = Lettering.width(of: figure.valuePhrase, size: 10)
        isBelow = periodWidth + valueWidth + 8 > width
        value = Lettering.lines(of: figure.valuePhrase, into: width, size: 10)
      } else {
        isBelow = periodWidth > Self.periodWidth
        value = [figure.changeWords]
      }
    }

    var height: Double { Self.pitch * Double(value.count + (isBelow ? 1 : 0)) }

    func drawn(in area: Rectangle) -> Markup {
      let middle = { (line: Int) in area.y + Self.pitch * Double(line) + 12 }
      let first = isBelow ? 1 : 0
      var drawn = Markup.words(period, at: area.x, middle(0), "xs soft")
      for (line, words) in value.enumerated() {
        drawn += .words(words, at: area.right, middle(first + line), "xs", .end)
      }
      guard let percent = figure.change?.percent.number else { return drawn }
      let zero = area.x + 124
      let top = area.y + Self.pitch * Double(first)
      let length = min(30, percent.magnitude / 100 * 30)
      let bar = Rectangle(
        x: percent < 0 ? zero - length : zero, y: top + 2, width: max(1, length), height: 10)
      return drawn + .rectangle(bar, "edge measure")
        + .line(from: zero, top, to: zero, top + 14, "thin")
    }
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
