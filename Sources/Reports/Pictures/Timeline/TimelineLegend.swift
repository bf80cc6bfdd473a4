import Stances

/// What the bars and points of governments mean.
enum TimelineLegend {
  static func drawn(at top: Double, left: Double, right: Double) -> (drawn: Markup, height: Double)
  {
    var flow = LegendFlow(left: left, right: right, top: top)
    let bars: [(String, (Rectangle) -> Markup)] = [
      ("threatened", { .rectangle($0, "line hollow dots") }),
      ("proposed", { .rectangle($0, "line hollow dash") }),
      ("adopted", { .rectangle($0, "line hollow") }),
      ("in force", { .rectangle($0, "line measure") }),
      ("suspended", { .rectangle($0, "line hollow") + .path(Hatching.lines(in: $0), "thin") }),
      (
        "lifted or expired", { .line(from: $0.x + 10, $0.y, to: $0.x + 10, $0.bottom, "line asof") }
      ),
    ]
    for (words, bar) in bars {
      flow.add(words, symbolWidth: 20) { x, y in
        bar(Rectangle(x: x, y: y - 7, width: 20, height: 14))
      }
    }
    for push in Push.allCases {
      flow.add("statement, \(push.direction)", symbolWidth: 12) { x, y in
        PushMark(push).drawn(at: x + 6, y)
      }
    }
    flow.add("so many statements", symbolWidth: 20) { x, y in
      PushMark(.withdraw).drawn(at: x + 6, y) + .words("9", at: x + 13, y + 3.5, "xs")
    }
    return (flow.drawn, flow.height)
  }
}
