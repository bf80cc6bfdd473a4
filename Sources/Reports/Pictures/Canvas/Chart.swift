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

  /// The ground on which a picture is drawn.
  package enum Theme: String, CaseIterable, Sendable {
    case light, dark
  }

  /// What was chosen; an empty text leaves the line out.
  package init(
    title: String? = nil, subtitle: String? = nil, source: String? = nil, theme: Theme? = nil,
    scale: Int = 1
  ) {
    (self.title, self.subtitle, self.source) = (title, subtitle, source)
    (self.theme, self.scale) = (theme, scale)
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
