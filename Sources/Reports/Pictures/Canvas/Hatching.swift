/// Slanted lines in a rectangle, drawn line by line: they need no named pattern, scale, and meet
/// across rectangles that touch.
enum Hatching {
  enum Direction {
    /// From the lower left to the upper right.
    case rising
    /// From the upper left to the lower right.
    case falling
  }

  /// The lines as a path's description.
  static func lines(
    in area: Rectangle, _ direction: Direction = .rising, spacing: Double = 5
  ) -> Markup {
    guard area.width > 0.5, area.height > 0.5 else { return .empty }
    var path = Markup.empty
    // On a rising line x + y is the same everywhere, on a falling one x − y.
    let (low, high): (Double, Double) =
      switch direction {
      case .rising: (area.x + area.y, area.right + area.bottom)
      case .falling: (area.x - area.bottom, area.right - area.y)
      }
    var sum = (low / spacing).rounded(.down) * spacing + spacing
    while sum < high {
      switch direction {
      case .rising:
        let start = max(area.x, sum - area.bottom)
        let end = min(area.right, sum - area.y)
        path += "M\(start) \(sum - start)L\(end) \(sum - end)"
      case .falling:
        let start = max(area.x, sum + area.y)
        let end = min(area.right, sum + area.bottom)
        path += "M\(start) \(start - sum)L\(end) \(end - sum)"
      }
      sum += spacing
    }
    return path
  }
}
