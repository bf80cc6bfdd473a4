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

/// Where a text stands by its point.
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

  /// A group that shows its words to who points at it.
  static func titled(_ title: String, _ body: Markup, _ attributes: Markup = .empty) -> Markup {
    "<g\(attributes)><title>\(title)</title>\(body)</g>\n"
  }

  /// A titled group that leads somewhere, where there is an address.
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
