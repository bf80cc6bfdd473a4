import Projections
import Stances

extension Markup {
  /// The lanes of a history up to the day of the query, with what the script of a page needs to
  /// draw them again for another knowledge date: whose they are, and the heights of the lanes.
  static func strip(
    of history: PostureHistory, _ lanes: Markup, at y: Double, lane: Double, gap: Double
  ) -> Markup {
    """
    <g data-strip="\(stripKey(history.company, history.market))" data-top="\(y)" data-lane="\(lane)" \
    data-gap="\(gap)">
    \(lanes)</g>

    """
  }
}

/// What a strip and the row of a replay that is about the same have in common.
func stripKey(_ company: CompanyID, _ market: Market) -> String { "\(company) \(market.code)" }

/// What the tones, hatchings and marks of strips mean.
enum StripLegend {
  static func drawn(
    at top: Double, left: Double, right: Double, marks showsMarks: Bool = true
  ) -> (drawn: Markup, height: Double) {
    var flow = LegendFlow(left: left, right: right, top: top)
    for level in Level.allCases {
      flow.add(level.term, symbolWidth: 20) { x, y in
        box(x, y, "edge \(level.term)")
          + .words(level.depth.withMinus, at: x + 10, y + 4, "s on-\(level.term)", .middle)
      }
    }
    flow.add("no word, or not known", symbolWidth: 20) { box($0, $1, "edge hollow dash") }
    flow.add("gap: has withdrawn further than it says", symbolWidth: 20) { gap($0, $1, .falling) }
    flow.add("gap: says more than it does", symbolWidth: 20) { gap($0, $1, .rising) }
    flow.add("date not known to the day", symbolWidth: 20) { x, y in
      box(x, y, "edge hollow") + .path(Hatching.lines(in: area(x, y), spacing: 4), "thin")
    }
    let marks: [(String, EventMark.Teller, Bool)] = [
      ("company's own word", .company, true), ("reported by others", .others, true),
      ("review", .review, true), ("weak evidence", .others, false),
    ]
    for (words, teller, isCredible) in marks where showsMarks {
      flow.add(words, symbolWidth: 10) { x, y in
        EventMark(teller, isCredible: isCredible).drawn(at: x + 5, y)
      }
    }
    return (flow.drawn, flow.height)
  }

  private static func area(_ x: Double, _ y: Double) -> Rectangle {
    Rectangle(x: x, y: y - 8, width: 20, height: 16)
  }

  private static func box(_ x: Double, _ y: Double, _ classes: String) -> Markup {
    .rectangle(area(x, y), classes)
  }

  private static func gap(_ x: Double, _ y: Double, _ way: Hatching.Direction) -> Markup {
    box(x, y, "gap") + .path(Hatching.lines(in: area(x, y), way), "gaphatch")
  }
}
