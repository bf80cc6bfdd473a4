import Foundation
import Stances
import Testing

@testable import Reports

@Suite("The colours of pictures")
struct PictureStyleTests {
  @Test("words stand out by 4.5, marks by 3, in light and dark", arguments: Ground.allCases)
  func contrast(ground: Ground) throws {
    let style = try ColorRules(Resources.pictureStyle, on: ground)
    let words = [
      ("text", ".paper"), (".soft", ".paper"), (".gapink", ".gap"), ("text", ".measure"),
    ]
    for (ink, area) in words + Level.allCases.map({ (".on-\($0.term)", ".\($0.term)") }) {
      let (ink, area) = (try style[ink, "fill"], try style[area, "fill"])
      #expect(ink.contrast(to: area) >= 4.5, "\(ink.css) on \(area.css)")
    }
    let marks = [(".line", ".paper"), (".line", ".measure"), (".gaphatch", ".gap")]
    for (mark, area) in marks + Level.allCases.map({ (".hatch-\($0.term)", ".\($0.term)") }) {
      let (mark, area) = (try style[mark, "stroke"], try style[area, "fill"])
      #expect(mark.contrast(to: area) >= 3, "\(mark.css) on \(area.css)")
    }
  }

  @Test("each level is further from the ground than the one before", arguments: Ground.allCases)
  func ramp(ground: Ground) throws {
    let style = try ColorRules(Resources.pictureStyle, on: ground)
    let paper = try style[".paper", "fill"]
    let contrasts = try Level.allCases.map { try style[".\($0.term)", "fill"].contrast(to: paper) }
    for (nearer, further) in zip(contrasts, contrasts.dropFirst()) {
      #expect(further > nearer * 1.1, "\(contrasts)")
    }
  }

  @Test("a level has the same colours in a table as in a picture", arguments: Ground.allCases)
  func tables(ground: Ground) throws {
    let pictures = try ColorRules(Resources.pictureStyle, on: ground)
    let pages = try ColorRules(Resources.pageStyle, on: ground)
    for level in Level.allCases {
      let mark = ".level[data-level=\"\(level.term)\"]"
      #expect(try pages[mark, "background"] == pictures[".\(level.term)", "fill"])
      #expect(try pages[mark, "color"] == pictures[".on-\(level.term)", "fill"])
    }
  }

  @Test(
    "contrast is that of the WCAG",
    arguments: [("#000000", 21.0), ("#767676", 4.54), ("#ffffff", 1)])
  func formula(css: String, expected: Double) throws {
    let color = try #require(Color(css: css))
    let white = try #require(Color(css: "#ffffff"))
    #expect(abs(color.contrast(to: white) - expected) < 0.01)
  }

  @Test("the light and the dark style name the same things")
  func sameRules() throws {
    let light = try ColorRules(Resources.pictureStyle, on: .light)
    let dark = try ColorRules(Resources.pictureStyle, on: .dark)
    #expect(light.names == dark.names)
    #expect(!light.names.isEmpty)
  }
}

/// What a style sheet is read for: a light screen or a dark one.
enum Ground: CaseIterable {
  case light, dark
}

/// The colours that a style sheet gives on one ground, by selector and property.
private struct ColorRules {
  private var colors: [String: Color] = [:]

  init(_ css: String, on ground: Ground) throws {
    // Rules of a line each; those of a dark screen are in blocks that end on a line of their own.
    var isDark = false
    for line in css.split(separator: "\n") {
      if line.contains("prefers-color-scheme: dark") { isDark = true }
      if line == "}" { isDark = false }
      guard isDark == (ground == .dark), let rule = line.wholeMatch(of: /\s*(.+) \{ (.+) \}/) else {
        continue
      }
      let selector = rule.output.1.trimmingPrefix(".picture ")
      for declaration in rule.output.2.split(separator: ";") {
        let parts = declaration.split(separator: ":").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        guard parts.count == 2, let color = Color(css: parts[1]) else { continue }
        colors["\(selector) \(parts[0])"] = color
      }
    }
  }

  /// Which selectors and properties have a colour.
  var names: Set<String> { Set(colors.keys) }

  subscript(selector: String, property: String) -> Color {
    get throws {
      try #require(colors["\(selector) \(property)"], "no \(property) for \(selector)")
    }
  }
}

/// A colour of the sRGB space, with its contrast to others.
private struct Color: Hashable {
  let css: String
  private let channels: [Int]

  /// Nil for what is not a colour of six digits.
  init?(css: String) {
    guard css.wholeMatch(of: /#[0-9a-f]{6}/) != nil, let value = Int(css.dropFirst(), radix: 16)
    else { return nil }
    self.css = css
    channels = [16, 8, 0].map { value >> $0 & 0xFF }
  }

  /// The contrast to another colour, 1 to 21 (WCAG 2.2, contrast ratio).
  func contrast(to other: Color) -> Double {
    let (one, two) = (luminance + 0.05, other.luminance + 0.05)
    return max(one, two) / min(one, two)
  }

  /// How much light it gives, 0 for black to 1 for white (WCAG 2.2, relative luminance).
  private var luminance: Double {
    let light = channels.map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }
}
