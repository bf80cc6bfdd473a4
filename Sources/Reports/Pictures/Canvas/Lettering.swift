import Errors
import Stances

/// How wide words are: as wide as the widest of common sans-serif fonts draws them, for a picture
/// cannot ask the font and names none.
enum Lettering {
  /// The width of a text in a size.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    printable(text).reduce(0) { $0 + width(of: $1) } * size * (isBold ? boldness : 1)
  }

  /// The text on one line, or its start with an ellipsis, so that it fits; empty if nothing does.
  static func fit(
    _ text: String, into width: Double, size: Double, isBold: Bool = false
  ) -> String {
    let shown = printable(text)
    // A text of 10,000 characters need not be measured completely.
    var room = width / size / (isBold ? boldness : 1)
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

  /// The text on as many lines as it needs, broken between words where that is possible.
  static func lines(
    of text: String, into width: Double, size: Double, isBold: Bool = false
  ) -> [String] {
    let most = width / size / (isBold ? boldness : 1)
    var lines: [String] = []
    var (line, taken) = ("", 0.0)
    for word in printable(text).split(separator: " ", omittingEmptySubsequences: true) {
      let length = word.reduce(0) { $0 + self.width(of: $1) }
      if line.isEmpty || taken + space + length <= most {
        taken += (line.isEmpty ? 0 : space) + length
        line += (line.isEmpty ? "" : " ") + word
      } else {
        lines.append(line)
        (line, taken) = (String(word), length)
      }
      guard taken > most else { continue }
      // A word that no line can hold is broken anywhere.
      let whole = line
      (line, taken) = ("", 0)
      for character in whole {
        let length = self.width(of: character)
        if !line.isEmpty, taken + length > most {
          lines.append(line)
          (line, taken) = ("", 0)
        }
        line.append(character)
        taken += length
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// How much wider bold letters are than others.
  private static let boldness = 1.15
  private static let ellipsis = 1.0
  private static let space = 0.32

  /// The width of a character in a size of 1.
  private static func width(of character: Character) -> Double {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isASCII, scalars.count == 1 { return ascii(first) }
    switch first {
    case "…", "—", "→": return 1
    case "−": return 0.84
    case "–": return 0.56
    case "\u{A0}", "·", "‘", "’": return space
    default: return beyondASCII(character)
    }
  }

  /// The widest advance in DejaVu Sans, Noto Sans and Liberation Sans, in hundredths.
  private static func ascii(_ scalar: Unicode.Scalar) -> Double {
    guard (0x20..<0x7F).contains(scalar.value) else { return 1 }
    return Double(advances[Int(scalar.value) - 0x20]) / 100
  }

  private static let advances: [UInt8] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 56, 84, 32, 37, 32, 38,
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56,
    102, 69, 69, 73, 78, 67, 62, 78, 76, 34, 50, 67, 56, 91, 76, 79,
    67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 38, 40, 84, 56,
    50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 56, 64, 84,
  ]

  /// By columns of a terminal, of which a wide character's two are less than twice a letter's.
  private static func beyondASCII(_ character: Character) -> Double {
    switch displayWidth(String(character)) {
    case 0: 0
    case 1: character.isUppercase ? 1.1 : 0.72
    default: 1.06
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
