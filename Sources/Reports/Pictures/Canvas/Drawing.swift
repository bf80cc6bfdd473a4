/// A rectangle in a picture's units.
struct Rectangle: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: Double { y + height / 2 }
}

/// How a text is aligned to its point.
enum TextAnchor: String {
  case start, middle, end
}

/// The shapes that pictures are made of; their classes are those of picture.css.
extension Markup {
  static func rectangle(_ area: Rectangle, _ classes: String) -> Markup {
    """
    <rect x="\(area.x)" y="\(area.y)" width="\(area.width)" height="\(area.height)" \
    class="\(classes)"/>

    """
  }

  static func line(
    from x: Double, _ y: Double, to endX: Double, _ endY: Double, _ classes: String
  ) -> Markup {
    "<path d=\"M\(x) \(y)L\(endX) \(endY)\" class=\"\(classes)\"/>\n"
  }

  /// A line or an area along points of which the program made the description.
  static func path(_ description: Markup, _ classes: String) -> Markup {
    description == .empty ? .empty : "<path d=\"\(description)\" class=\"\(classes)\"/>\n"
  }

  static func words(
    _ text: String, at x: Double, _ y: Double, _ classes: String = "", _ anchor: TextAnchor = .start
  ) -> Markup {
    let anchored: Markup = anchor == .start ? .empty : " text-anchor=\"\(anchor.rawValue)\""
    let named: Markup = classes.isEmpty ? .empty : " class=\"\(classes)\""
    return "<text x=\"\(x)\" y=\"\(y)\"\(named)\(anchored)>\(text)</text>\n"
  }

  /// A group that shows its words to anyone who points at it.
  static func titled(_ title: String, _ body: Markup, _ attributes: Markup = .empty) -> Markup {
    "<g\(attributes)><title>\(title)</title>\(body)</g>\n"
  }

  /// A titled group that is a link if there is an address.
  static func linked(
    _ title: String, to address: String?, _ body: Markup, _ attributes: Markup = .empty
  ) -> Markup {
    guard let address else { return titled(title, body, attributes) }
    return """
      <a href="\(address)" aria-label="\(title)"\(attributes)><title>\(title)</title>\(body)</a>

      """
  }
}

extension Markup.StringInterpolation {
  /// A length in a picture, to a tenth.
  mutating func appendInterpolation(_ length: Double) {
    let tenths = Int((length * 10).rounded())
    let (whole, part) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    appendLiteral((tenths < 0 ? "-" : "") + String(whole) + (part == 0 ? "" : ".\(part)"))
  }
}

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
