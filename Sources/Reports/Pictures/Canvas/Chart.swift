/// What a picture in a file of its own says of itself, and how it looks.
package struct Chart: Sendable {
  /// What stands above it; nil for what the picture is called.
  let title: String?
  /// The line below that; nil for the query.
  let subtitle: String?
  /// What it rests on; nil for the log, its root, the clocks and the rules.
  let source: String?
  /// The ground; nil for what the reader prefers.
  let theme: Theme?
  /// How many points a pixel of CSS has on each side.
  let scale: Int
  /// How wide it is drawn, in pixels of CSS and without the edge around it; nil for what suits it.
  let width: Double?
  /// Its width to its height; nil for what its content needs.
  let aspect: Aspect?

  /// The ground on which a picture is drawn.
  package enum Theme: String, CaseIterable, Sendable {
    case light, dark
  }

  /// The width to the height of a picture with the edge around it.
  package enum Aspect: String, CaseIterable, Sendable {
    case wide = "16:9"
    case photograph = "3:2"
    case screen = "4:3"
    case square = "1:1"
    case portrait = "4:5"
    case tall = "9:16"

    /// The width, where the height is 1.
    var ratio: Double {
      let sides = rawValue.split(separator: ":").compactMap { Double($0) }
      return sides[0] / sides[1]
    }
  }

  /// What was chosen; an empty text leaves the line out.
  package init(
    title: String? = nil, subtitle: String? = nil, source: String? = nil, theme: Theme? = nil,
    scale: Int = 1, width: Double? = nil, aspect: Aspect? = nil
  ) {
    (self.title, self.subtitle, self.source) = (title, subtitle, source)
    (self.theme, self.scale) = (theme, scale)
    (self.width, self.aspect) = (width, aspect)
  }

  /// A picture as a file of its own: with an aspect and without a width, of the widths tried the one
  /// that leaves the least room beside or below it.
  package func file(of draw: (_ width: Double?) -> Picture) -> String {
    guard let aspect, width == nil else { return draw(width).file(self) }
    func misfit(_ picture: Picture) -> Double {
      let area = picture.area(self)
      let quotient = area.width / area.height / aspect.ratio
      return max(quotient, 1 / quotient)
    }
    let pictures = stride(from: Self.widths.lowerBound, through: Self.widths.upperBound, by: 160)
      .map { draw(Double($0)) }
    return pictures.min { misfit($0) < misfit($1) }?.file(self) ?? ""
  }

  /// How wide a picture may be drawn, in pixels of CSS and without the edge around it.
  package static let widths = 640...2_400
}

extension Resources {
  /// The style of a picture in a file of its own, on one ground or on what the reader prefers.
  ///
  /// No font is named: none comes with the file.
  static func pictureStyle(_ theme: Chart.Theme?) -> String {
    var rules = pictureStyle.split(separator: "\n", omittingEmptySubsequences: false)
    if let dark = rules.firstIndex(where: { $0.hasPrefix("@media") }), let theme {
      let darkRules = rules[(dark + 1)...].prefix { $0 != "}" }
      rules = Array(rules[..<dark] + (theme == .dark ? darkRules : []))
    }
    return rules.joined(separator: "\n").replacing(
      /font-family: [^;]*;/, with: "font-family: sans-serif;")
  }
}
