import Errors
import Stances

/// How wide words are, by an estimate on the large side: a picture cannot ask the font.
enum Lettering {
  /// The width of a text in a size.
  static func width(of text: String, size: Double) -> Double {
    printable(text).reduce(0) { $0 + width(of: $1) } * size
  }

  /// The text on one line, or its start with an ellipsis, so that it fits; empty if nothing does.
  static func fit(_ text: String, into width: Double, size: Double) -> String {
    let shown = printable(text)
    // A text of 10,000 characters need not be measured completely.
    var room = width / size
    var kept = ""
    var keptInRoomForMore = ""
    for character in shown {
      room -= self.width(of: character)
      if room < 0 { return keptInRoomForMore.isEmpty ? "" : keptInRoomForMore + "…" }
      kept.append(character)
      if room >= ellipsis { keptInRoomForMore = kept }
    }
    return kept
  }

  private static let ellipsis = 1.0

  /// The width of a character in a size of 1, as wide sans-serif fonts draw it.
  private static func width(of character: Character) -> Double {
    guard let ascii = character.asciiValue else { return 0.62 * wideness(of: character) }
    switch UInt8(ascii: " ")...UInt8(ascii: "~") ~= ascii ? character : "M" {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!": return 0.3
    case " ", "f", "r", "t", "(", ")", "[", "]", "-", "/": return 0.38
    case "m", "w", "M", "W", "@", "%": return 0.95
    case "A"..."Z", "&", "+", "<", ">", "=": return 0.68
    default: return 0.57
    }
  }

  /// Columns of a terminal, of which a wide character's two are less than twice a letter's.
  private static func wideness(of character: Character) -> Double {
    switch displayWidth(String(character)) {
    case 0: 0
    case 1: 1.1
    default: 1.7
    }
  }
}

/// A legend's items one after the other, in as many lines as they need.
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
