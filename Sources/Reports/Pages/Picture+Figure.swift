import Projections

extension Picture {
  /// The picture in a box of its own, which scrolls where the window is too narrow to read it.
  var figure: Markup {
    """
    <figure class="scroll" role="group" tabindex="0" aria-label="\(title)">
    \(inline)
    </figure>

    """
  }
}

extension Answer {
  /// The same query's answer to another question.
  func with<Other: Sendable>(_ content: Other) -> Answer<Other> {
    Answer<Other>(clocks: clocks, head: head, content: content)
  }
}

extension Panorama {
  /// Whether there is nothing to draw.
  var isEmpty: Bool { courses.isEmpty && entries.isEmpty && measures.isEmpty }
}
