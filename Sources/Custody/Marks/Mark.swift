package import Errors
package import Stances

/// How far a reader has seen a log: up to which position, and on which day.
package struct Mark: Hashable, Sendable {
  /// The last position that was shown.
  package let position: Position
  /// The day that was shown.
  package let day: Day

  /// A mark.
  package init(position: Position, day: Day) {
    self.position = position
    self.day = day
  }

  /// The mark that an answer moves it to: never back, so that what it says was shown.
  package func moved(to later: Mark) -> Mark {
    Mark(position: max(position, later.position), day: max(day, later.day))
  }
}

/// The name of a mark: a slug that cannot be taken for a position or a day.
package struct MarkName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name itself.
  package let text: String

  /// Takes a text if it can be the name of a mark.
  ///
  /// - Throws: ``MarkError``.
  package init(_ text: String) throws(MarkError) {
    guard let slug = Identifier<MarkName>(text), slug.text.utf8.count <= 64,
      slug.text.first?.isLetter == true, !DayPhrase.isRelative(text)
    else { throw .badName(text) }
    self.text = text
  }

  /// Whether a text is meant as one, and not as a position, a day or an instant.
  package static func isMeant(by text: String) -> Bool {
    !text.isEmpty && text.first?.isNumber == false && !DayPhrase.isRelative(text)
  }

  package var description: String { text }

  /// By bytes.
  package static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// Why a mark cannot be used.
package enum MarkError: StanceError, Hashable {
  case badName(String)
  case unknown(String, nearest: [String])
  case emptyLog
  case damaged(path: String)

  package var kind: ErrorKind {
    switch self {
    case .badName: .usage
    case .unknown, .emptyLog: .notFound
    case .damaged: .badData
    }
  }
}

extension MarkError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badName(let name):
      "'\(printable(name))' cannot name a mark; begin with a lower-case letter, and use lower-case "
        + "letters, digits and single hyphens, as in 'desk'"
    case .unknown(let name, let nearest):
      "there is no mark '\(printable(name))' for this log yet; "
        + (didYouMean(nearest).map { "\($0) " } ?? "")
        + "'stance mark \(printable(name))' sets it to the log's head and today, and 'stance news "
        + "--since \(printable(name))' then shows what is new after that"
    case .emptyLog:
      "the log has no events yet, so there is nothing to mark; record events first"
    case .damaged(let path):
      "\(printable(path)) is not a file of marks; move it away, and set the marks again with "
        + "'stance mark NAME --at POSITION'"
    }
  }
}
