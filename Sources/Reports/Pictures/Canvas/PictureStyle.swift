import Stances

/// The style sheet of all pictures, for pages that hold some and for files of their own.
package enum PictureStyle {
  /// The style sheet: light, dark where the reader prefers it, light again on paper.
  package static let text = """
    .picture { max-width: 100%; height: auto; font-family: "Noto Sans", "Helvetica Neue", \
    Helvetica, Arial, "Noto Sans CJK SC", "Noto Sans Arabic", sans-serif; font-size: 12px; }
    .picture .h { font-size: 16px; font-weight: 600; }
    .picture .b { font-weight: 600; }
    .picture .s { font-size: 11px; }
    .picture .xs { font-size: 10px; }
    .picture .quiet { pointer-events: none; }
    .picture .line { fill: none; stroke-width: 1; }
    .picture .thin { fill: none; stroke-width: .75; }
    .picture .dash { stroke-dasharray: 4 3; }
    .picture .dots { stroke-dasharray: 1 3; stroke-linecap: round; }
    .picture .gapline { fill: none; stroke-width: 4; }
    .picture .gaphatch.gapdash { stroke-width: 4; stroke-dasharray: 1 4; }
    .picture .datedash { stroke-width: 8; stroke-dasharray: .8 3.2; }
    .picture .asof { stroke-width: 1.5; }
    .picture .later { opacity: .4; }
    .picture a { text-decoration: none; cursor: pointer; }
    .picture a:hover .m, .picture a:focus .m { stroke-width: 3; }
    \(colors(.light))
    @media screen and (prefers-color-scheme: dark) {
    \(colors(.dark))
    }
    """

  /// The rules that name colours; each names all that the other palette's does.
  private static func colors(_ palette: Palette) -> String {
    let fixed = [
      ("text", "fill: \(palette.ink.css)"),
      (".paper", "fill: \(palette.paper.css)"),
      (".soft", "fill: \(palette.soft.css)"),
      (".band", "fill: \(palette.rule.css); fill-opacity: .35"),
      (".veil", "fill: \(palette.paper.css); fill-opacity: .6"),
      (".line", "stroke: \(palette.mark.css)"),
      (".thin", "stroke: \(palette.mark.css)"),
      (".rule", "stroke: \(palette.rule.css)"),
      (".edge", "stroke: \(palette.mark.css); stroke-width: .75"),
      (".asof", "stroke: \(palette.ink.css)"),
      (".gap", "fill: \(palette.gap.css)"),
      (".gapline", "stroke: \(palette.gap.css)"),
      (".gaphatch", "fill: none; stroke: \(palette.gapMark.css); stroke-width: .75"),
      (".gapink", "fill: \(palette.gapInk.css)"),
      (".measure", "fill: \(palette.measure.css)"),
      (".m", "fill: \(palette.mark.css); stroke: \(palette.mark.css); stroke-width: 1.25"),
      (".hollow", "fill: \(palette.paper.css)"),
      (".halo", "stroke: \(palette.paper.css); stroke-width: 3; paint-order: stroke"),
    ]
    let ramp = Level.allCases.flatMap { level in
      [
        (".\(level.term)", "fill: \(palette.fill(level).css)"),
        (
          ".on-\(level.term)",
          "fill: \(palette.ink(on: level).css); stroke: \(palette.fill(level).css); "
            + "stroke-width: 3; paint-order: stroke"
        ),
        (".hatch-\(level.term)", "stroke: \(palette.ink(on: level).css); fill: none"),
      ]
    }
    return (fixed + ramp).map { ".picture \($0.0) { \($0.1); }" }.joined(separator: "\n")
  }
}
