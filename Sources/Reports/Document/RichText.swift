/// A text with addresses and references to notes in it.
package struct RichText: Hashable, Sendable {
  /// A part of a text.
  package enum Run: Hashable, Sendable {
    case text(String)
    /// A recorded name, whose direction of writing is its own and not that of the text around it.
    case name(String)
    /// The name of something that a page is about, and a link to that page where there is one.
    case subject(String, Subject)
    /// An address, shown unchanged and, if the format can and it is `http` or `https`, a link.
    case address(String)
    /// What a search found.
    case marked(String)
    /// References to numbered notes.
    case notes([Int])
  }

  /// The pieces of the text, in order.
  package let runs: [Run]

  init(runs: [Run]) {
    self.runs = runs
  }

  init(_ text: String) {
    runs = [.text(text)]
  }

  /// A recorded name, and what the program says after it.
  static func name(_ name: String, _ rest: String = "") -> RichText {
    RichText(runs: [.name(name)] + (rest.isEmpty ? [] : [.text(rest)]))
  }

  /// The text with references after it; unchanged without any.
  func noted(_ numbers: [Int]) -> RichText {
    numbers.isEmpty ? self : RichText(runs: runs + [.text(" "), .notes(numbers)])
  }
}

extension RichText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
