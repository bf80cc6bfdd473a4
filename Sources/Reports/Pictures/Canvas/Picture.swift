// Pictures: what is found as SVG. Canvas has the shapes, marks and legends that all are made of,
// Time the axis and the lines of the clocks, Strip the word and deed of companies, Timeline what
// governments do, Board the level of everyone on a day.

import Projections
package import Stances

/// A picture: lines, areas and words, with a title and a description for those who cannot see it.
///
/// It is drawn without scripts and without anything that has a name, so that a page can hold any
/// number of pictures; patterns are lines, so that they print.
package struct Picture: Sendable {
  /// What the picture shows, in a few words.
  package let title: String
  /// What can be seen in it, in a sentence or two.
  package let description: String
  /// What stands above it.
  package let heading: Heading
  /// How wide it is, in pixels of CSS.
  package let width: Double
  /// How high it is, in pixels of CSS.
  package let height: Double
  /// Whether parts of it are links.
  package let isLinked: Bool
  /// What is drawn below the heading, in the units of the size.
  package let body: Markup

  /// The words above a picture, and what it rests on.
  package struct Heading: Sendable {
    /// What the picture is called.
    let title: String
    /// The query that it answers.
    let query: String
    /// The log, its root, the clocks and the rules, by which anyone finds the same again.
    let source: String

    /// The heading of a picture of an answer.
    init<Content>(_ title: String, _ answer: Answer<Content>) {
      self.title = title
      query = answer.queryLine
      source = "Source: \(answer.sourceLine)"
    }
  }

  /// What a file of its own leaves free around the picture.
  private static let margin = 16.0

  /// Whether it is higher than one sheet of paper at the width of the sheet.
  var isTall: Bool { height > 1.1 * width }

  /// The picture as an element of a page that has ``Resources/pictureStyle`` among its styles.
  package var inline: Markup {
    let title = Lettering.fit(heading.title, into: width, size: 16, isBold: true)
    let query = Lettering.fit(heading.query, into: width, size: 11)
    return element(
      .empty, Rectangle(x: 0, y: 0, width: width, height: height), style: .empty,
      .titled(heading.title, .words(title, at: 0, 18, "h"))
        + .titled(heading.query, .words(query, at: 0, 38, "s soft")) + body)
  }

  /// The picture as a file of its own, which says what it rests on.
  package var file: String { file(Chart()) }

  /// The picture as a file of its own, with the words and the look that were chosen.
  package func file(_ chart: Chart) -> String {
    let lines = Lines(of: self, chart)
    let words =
      drawn(lines.title, endingAt: lines.first, pitch: 20, "h")
      + drawn(lines.subtitle, endingAt: 38, pitch: 15, "s soft")
      + body
      + drawn(
        lines.source, endingAt: height + 6 + 13 * Double(lines.source.count), pitch: 13, "xs soft")
    let area = area(chart).widened(to: chart.aspect?.ratio)
    let svg = element(
      "xmlns=\"http://www.w3.org/2000/svg\" ", area, scale: chart.scale,
      style: "<style>\(Markup(stringLiteral: Resources.pictureStyle(chart.theme)))</style>\n"
        + .rectangle(area, "paper"), words)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(svg.text)\n"
  }

  /// What the picture takes in a file of its own, with the edge around it.
  func area(_ chart: Chart) -> Rectangle {
    let lines = Lines(of: self, chart)
    let top = min(0, lines.first - 20 * Double(lines.title.count))
    let bottom = height + (lines.source.isEmpty ? 0 : 10 + 13 * Double(lines.source.count))
    return Rectangle(
      x: -Self.margin, y: top - Self.margin, width: width + 2 * Self.margin,
      height: bottom - top + 2 * Self.margin)
  }

  /// The words around the picture in a file of its own, in as many lines as they need.
  private struct Lines {
    let title, subtitle, source: [String]

    init(of picture: Picture, _ chart: Chart) {
      let (heading, width) = (picture.heading, picture.width)
      title = Lettering.lines(
        of: chart.title ?? heading.title, into: width, size: 16, isBold: true)
      subtitle = Lettering.lines(of: chart.subtitle ?? heading.query, into: width, size: 11)
      source = Lettering.lines(of: chart.source ?? heading.source, into: width, size: 10)
    }

    /// Where the title ends: what needs more room than one line each is above the place where the
    /// picture begins.
    var first: Double { 38 - 15 * Double(subtitle.count) }
  }

  /// Lines of words, the last one at a height.
  private func drawn(
    _ lines: [String], endingAt y: Double, pitch: Double, _ classes: String
  ) -> Markup {
    zip(lines, lines.indices).reduce(into: Markup.empty) { drawn, line in
      drawn += .words(line.0, at: 0, y - pitch * Double(lines.count - 1 - line.1), classes)
    }
  }

  /// A picture with links is a document to read in; any other is one image.
  ///
  /// HTML allows `svg` these roles, and not that of a group.
  private func element(
    _ attributes: Markup, _ area: Rectangle, scale: Int = 1, style: Markup, _ content: Markup
  ) -> Markup {
    """
    <svg \(attributes)class="picture" \
    role="\(isLinked ? "document" : "img")" aria-label="\(title)" \
    width="\(area.width * Double(scale))" height="\(area.height * Double(scale))" \
    viewBox="\(area.x) \(area.y) \(area.width) \(area.height)">
    <title>\(title)</title>
    <desc>\(description)</desc>
    \(style)\
    \(content)</svg>
    """
  }
}

extension Rectangle {
  /// The same with room on both sides, or above and below, so that it has a width to its height.
  fileprivate func widened(to ratio: Double?) -> Rectangle {
    guard let ratio else { return self }
    let (width, height) = (max(width, height * ratio), max(height, self.width / ratio))
    return Rectangle(
      x: x - (width - self.width) / 2, y: y - (height - self.height) / 2, width: width,
      height: height)
  }
}

/// The links of a picture's parts.
package struct PictureLinks: Sendable {
  /// The address of an event's note; nil if it has none.
  package let event: @Sendable (EventID) -> String?
  /// The address of a company's page; nil if it has none.
  package let company: @Sendable (CompanyID) -> String?

  /// Whether nothing is linked.
  let isEmpty: Bool

  /// Links to the notes of events and to the pages of companies.
  package init(
    event: @escaping @Sendable (EventID) -> String?,
    company: @escaping @Sendable (CompanyID) -> String? = { _ in nil }
  ) {
    self.init(event: event, company: company, isEmpty: false)
  }

  private init(
    event: @escaping @Sendable (EventID) -> String?,
    company: @escaping @Sendable (CompanyID) -> String?, isEmpty: Bool
  ) {
    self.event = event
    self.company = company
    self.isEmpty = isEmpty
  }

  /// Links to the pages of what is shown, for a page that knows where they are.
  static let subjects = PictureLinks(
    event: { Subject.event($0).mark }, company: { Subject.company($0).mark })

  /// No links, as in a file on its own.
  package static let none = PictureLinks(
    event: { _ in nil }, company: { _ in nil }, isEmpty: true)
}

extension Picture {
  /// The parts of a picture that do not move with the sliders of its page.
  enum Staying {
    /// All of it: it shows the day of the page.
    case all
    /// These parts of it, which are drawn by the page's own knowledge.
    case parts(String)
    /// None: it is drawn by what was published.
    case none
  }

  /// The picture in a box of its own, which scrolls if the window is too narrow to read it.
  ///
  /// Once the script has moved the picture, a note below says which parts stayed.
  func figure(_ staying: Staying, _ clocks: Clocks) -> Markup {
    let drawn = clocks.knownBy.map { "as known by \($0)" } ?? "with all that is known"
    let pale = "Pale marks are events that were not published by then."
    let (moves, note) =
      switch staying {
      case .all:
        ("", "This picture stays as of \(clocks.to), \(drawn); the table moves with the sliders.")
      case .parts(let parts):
        ("day", "The second slider does not move \(parts), drawn here \(drawn). \(pale)")
      case .none: ("day", pale)
      }
    return """
      <figure class="\(isTall ? "scroll tall" : "scroll")" role="group" tabindex="0" aria-label="\(title)">
      \(inline)
      <figcaption class="soft" data-moves="\(moves)" hidden>\(note)</figcaption>
      </figure>

      """
  }
}

extension TimePictureData {
  /// Whether there is nothing to draw.
  var isEmpty: Bool { histories.isEmpty && entries.isEmpty && measures.isEmpty }
}
