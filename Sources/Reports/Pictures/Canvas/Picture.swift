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
  /// How wide it is, in pixels of CSS.
  package let width: Double
  /// How high it is, in pixels of CSS.
  package let height: Double
  /// Whether parts of it are links.
  package let isLinked: Bool
  /// What is drawn, in the units of the size.
  package let body: Markup

  /// What a file of its own leaves free around the picture.
  private static let margin = 16.0

  /// Whether it is too high for its width to be read on one sheet of paper.
  var isTall: Bool { height > 2.5 * width }

  /// The picture as an element of a page that has ``Resources/pictureStyle`` among its styles.
  package var inline: Markup {
    element(
      .empty, Rectangle(x: 0, y: 0, width: width, height: height), style: .empty)
  }

  /// The picture as a file of its own.
  package var file: String {
    let area = Rectangle(
      x: -Self.margin, y: -Self.margin, width: width + 2 * Self.margin,
      height: height + 2 * Self.margin)
    let svg = element(
      "xmlns=\"http://www.w3.org/2000/svg\" ", area,
      style: "<style>\(Markup(stringLiteral: Resources.pictureStyle))</style>\n"
        + .rectangle(area, "paper"))
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(svg.text)\n"
  }

  /// A picture with links is a document to read in; any other is one image.
  ///
  /// HTML allows `svg` these roles, and not that of a group.
  private func element(_ attributes: Markup, _ area: Rectangle, style: Markup) -> Markup {
    """
    <svg \(attributes)class="picture" \
    role="\(isLinked ? "document" : "img")" aria-label="\(title)" \
    width="\(area.width)" height="\(area.height)" \
    viewBox="\(area.x) \(area.y) \(area.width) \(area.height)">
    <title>\(title)</title>
    <desc>\(description)</desc>
    \(style)\
    \(body)</svg>
    """
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
