import Projections
import Stances

extension Picture {
  /// What of a picture does not move with the sliders of its page.
  enum Staying {
    /// All of it: it shows the day of the page.
    case all
    /// These parts of it, which are drawn by the page's own knowledge.
    case parts(String)
    /// None: it is drawn by what was published.
    case none
  }

  /// The picture in a box of its own, which scrolls where the window is too narrow to read it.
  ///
  /// Under it stands, once the script has moved the picture, what of it stayed.
  func figure(_ staying: Staying, _ clocks: Clocks) -> Markup {
    let drawn = clocks.knownBy.map { "as known by \($0)" } ?? "with all that is known"
    let pale = "Pale marks stand for events that were not published by then."
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
  var isEmpty: Bool { courses.isEmpty && entries.isEmpty && measures.isEmpty }
}
