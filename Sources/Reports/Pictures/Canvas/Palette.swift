import Stances

/// The colours of all pictures on one ground, light or dark.
///
/// Conduct is ordinal and no judgement: one hue, further from the ground the further a company has
/// withdrawn, always with the level's number. Word and deed apart are told by hatching, not by
/// warning colours.
struct Palette: Sendable {
  let paper: Color
  let ink: Color
  /// Text of less weight.
  let soft: Color
  /// Lines of the grid, which carry nothing.
  let rule: Color
  /// Outlines and marks.
  let mark: Color
  /// The gap between word and deed: its ground, its hatching, its words.
  let gap: Color
  let gapMark: Color
  let gapInk: Color
  /// What governments do.
  let measure: Color
  private let ramp: [(fill: Color, ink: Color)]

  /// The fill of a level.
  func fill(_ level: Level) -> Color { ramp[level.depth - Level.expanding.depth].fill }

  /// The text on the fill of a level.
  func ink(on level: Level) -> Color { ramp[level.depth - Level.expanding.depth].ink }

  /// The colours on paper.
  static let light = Palette(
    paper: Color(0xFDFCF9), ink: Color(0x1B1D1F), soft: Color(0x55595D), rule: Color(0xDDDACF),
    mark: Color(0x3D4A57), gap: Color(0xF4E8CC), gapMark: Color(0x8A6D1F),
    gapInk: Color(0x4A3A0C), measure: Color(0xD5D9DD),
    ramp: ramp(
      [0xF3F7FB, 0xDCE8F4, 0xBBD2E8, 0x91B6D9, 0x6796C6, 0x2F629C, 0x143763],
      dark: Color(0x0E1F33), light: Color(0xFFFFFF)))

  /// The colours of a dark screen.
  static let dark = Palette(
    paper: Color(0x14171A), ink: Color(0xE9E7E1), soft: Color(0xA9ADB1), rule: Color(0x30363B),
    mark: Color(0x9FB0C0), gap: Color(0x383018), gapMark: Color(0xC7A44A),
    gapInk: Color(0xF0DFAE), measure: Color(0x3C444B),
    ramp: ramp(
      [0x1A232D, 0x22354A, 0x2B4969, 0x3A6390, 0x6698CB, 0x9CC2E6, 0xDAEAF9],
      dark: Color(0x0A121D), light: Color(0xF4F7FA)))

  /// Each fill with the one of two inks that stands out more from it.
  private static func ramp(
    _ fills: [UInt32], dark: Color, light: Color
  ) -> [(fill: Color, ink: Color)] {
    fills.map(Color.init).map { fill in
      (fill, fill.contrast(to: dark) > fill.contrast(to: light) ? dark : light)
    }
  }
}
