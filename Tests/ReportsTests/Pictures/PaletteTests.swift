import Stances
import Testing

@testable import Reports

@Suite("The colours of pictures")
struct PaletteTests {
  @Test("words stand out by 4.5, marks by 3, in light and dark", arguments: [true, false])
  func contrast(isLight: Bool) {
    let palette: Palette = isLight ? .light : .dark
    let words: [(Color, Color, String)] =
      [
        (palette.ink, palette.paper, "ink"), (palette.soft, palette.paper, "soft"),
        (palette.gapInk, palette.gap, "gap"), (palette.ink, palette.measure, "measure"),
      ] + Level.allCases.map { (palette.ink(on: $0), palette.fill($0), $0.term) }
    for (ink, ground, name) in words {
      #expect(ink.contrast(to: ground) >= 4.5, "\(name): \(ink.css) on \(ground.css)")
    }
    let marks: [(Color, Color, String)] = [
      (palette.mark, palette.paper, "mark"), (palette.mark, palette.measure, "mark on a measure"),
      (palette.gapMark, palette.gap, "hatching of a gap"),
    ]
    for (mark, ground, name) in marks {
      #expect(mark.contrast(to: ground) >= 3, "\(name): \(mark.css) on \(ground.css)")
    }
  }

  @Test("each level lies further from the ground than the one before", arguments: [true, false])
  func ramp(isLight: Bool) {
    let palette: Palette = isLight ? .light : .dark
    let contrasts = Level.allCases.map { palette.fill($0).contrast(to: palette.paper) }
    for (nearer, further) in zip(contrasts, contrasts.dropFirst()) {
      #expect(further > nearer * 1.1, "\(contrasts)")
    }
  }

  @Test(
    "contrast is that of the WCAG", arguments: [(0x000000, 21.0), (0x767676, 4.54), (0xFFFFFF, 1)])
  func formula(color: UInt32, expected: Double) {
    #expect(abs(Color(color).contrast(to: Color(0xFFFFFF)) - expected) < 0.01)
  }

  @Test("the light and the dark style name the same things")
  func sameRules() {
    let parts = PictureStyle.text.split(separator: "@media")
    let rules = parts.map { part in
      part.split(separator: "\n").filter { $0.contains("#") }.map { $0.prefix { $0 != "{" } }
    }
    #expect(rules.count == 2)
    #expect(rules.first == rules.last)
    #expect(rules.first?.isEmpty == false)
  }
}
