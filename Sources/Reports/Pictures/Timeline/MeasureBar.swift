import Projections
import Stances

/// A stretch of a measure's life as a bar whose outline and filling tell its status.
enum MeasureBar {
  static func drawn(_ measure: Measure, in area: Rectangle) -> Markup {
    switch measure.status {
    case .threatened: .rectangle(area, "line hollow dots")
    case .proposed: .rectangle(area, "line hollow dash")
    case .adopted: .rectangle(area, "line hollow")
    case .inForce where measure.dormant:
      .rectangle(area, "line measure") + .rectangle(inner(area), "thin hollow dash")
    case .inForce: .rectangle(area, "line measure")
    case .suspended: .rectangle(area, "line hollow") + .path(Hatching.lines(in: area), "thin")
    // A measure that has ended leaves a mark on its last day.
    case .lifted, .expired:
      .line(from: area.x, area.y - 1, to: area.x, area.bottom + 1, "line asof")
    }
  }

  private static func inner(_ area: Rectangle) -> Rectangle {
    Rectangle(
      x: area.x + 2, y: area.y + 2, width: max(0, area.width - 4), height: max(0, area.height - 4))
  }
}
