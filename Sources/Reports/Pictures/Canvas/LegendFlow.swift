/// A legend's items one behind the other, in as many lines as they need.
struct LegendFlow {
  private let left: Double
  private let right: Double
  private let top: Double
  private var x: Double
  private var y: Double
  private(set) var drawn = Markup.empty

  init(left: Double, right: Double, top: Double) {
    self.left = left
    self.right = right
    self.top = top
    (x, y) = (left, top)
  }

  /// The room that the lines take so far.
  var height: Double { y - top + 14 }

  /// Adds a symbol, drawn from a left edge around a middle line, and its words.
  mutating func add(
    _ words: String, symbolWidth: Double, _ symbol: (_ x: Double, _ y: Double) -> Markup
  ) {
    let width = symbolWidth + 5 + Lettering.width(of: words, size: 11) + 12
    if x + width > right + 12, x > left {
      x = left
      y += 21
    }
    drawn += symbol(x, y)
    drawn += .words(words, at: x + symbolWidth + 5, y + 4, "s soft")
    x += width
  }
}
