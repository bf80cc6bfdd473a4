import Stances

extension StyleSheet {
  /// The colours of levels in tables, which are those in pictures.
  static let levels = """
    .scroll > .picture { min-width: 48rem; }
    figure { margin: 1.5rem 0; }
    figcaption { max-width: 46rem; font-size: .875rem; }
    \(colors(.light))
    @media screen and (prefers-color-scheme: dark) {
    \(colors(.dark))
    }
    @media print {
      /* As high as there is room for under a title on the lower of the two papers. */
      .scroll > .picture { min-width: 0; max-width: 100%; width: auto; max-height: 200mm; }
      /* One that nobody could read so goes over several sheets. */
      .tall > .picture { max-height: none; }
      .tall { break-inside: auto; }
    }
    """

  private static func colors(_ palette: Palette) -> String {
    Level.allCases.map { level in
      let fill = palette.fill(level).css
      let ink = palette.ink(on: level).css
      return ".level[data-depth=\"\(level.depth.withMinus)\"] "
        + "{ background: \(fill); color: \(ink); border-color: \(ink); }"
    }.joined(separator: "\n")
  }
}
