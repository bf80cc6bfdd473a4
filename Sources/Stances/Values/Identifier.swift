/// A stable lower-case name (a *slug*) of one kind of thing: an event, a company, a body, a
/// measure.
///
/// The shape is `[a-z0-9]+(-[a-z0-9]+)*`, 1 to 128 characters. A UUIDv7 in lower case has it too.
/// `Kind` keeps a company's name from being used as a body's.
package struct Identifier<Kind>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name itself.
  package let text: String

  /// Takes `text` if it is a slug, otherwise answers nil.
  package init?(_ text: String) {
    guard Self.isSlug(text) else { return nil }
    self.text = text
  }

  /// Takes a name that was checked when it was recorded.
  package init(recorded text: String) {
    self.text = text
  }

  package var description: String { text }

  /// Orders names by their bytes, so that lists come out alike on every machine.
  package static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  private static func isSlug(_ text: String) -> Bool {
    var length = 0
    var afterHyphen = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        afterHyphen = false
      case UInt8(ascii: "-") where !afterHyphen:
        afterHyphen = true
      default:
        return false
      }
      length += 1
    }
    return length <= 128 && !afterHyphen
  }
}

/// What an identifier can name.
package protocol IdentifierKind: Sendable {
  /// What one is called: "event", "company".
  static var word: String { get }
}

/// Marks an identifier as naming an event.
package enum EventKind: IdentifierKind {
  /// What one is called.
  package static let word = "event"
}
/// Marks an identifier as naming a company.
package enum CompanyKind: IdentifierKind {
  /// What one is called.
  package static let word = "company"
}
/// Marks an identifier as naming a government or other body.
package enum BodyKind: IdentifierKind {
  /// What one is called.
  package static let word = "body"
}
/// Marks an identifier as naming a regulatory measure.
package enum MeasureKind: IdentifierKind {
  /// What one is called.
  package static let word = "measure"
}
/// Marks an identifier as a tag.
package enum TagKind: IdentifierKind {
  /// What one is called.
  package static let word = "tag"
}

/// The name of an event, unique in a log.
package typealias EventID = Identifier<EventKind>
/// The name of a company, unique among companies.
package typealias CompanyID = Identifier<CompanyKind>
/// The name of a government or other body, unique among bodies.
package typealias BodyID = Identifier<BodyKind>
/// The key that all steps of one regulatory measure share.
package typealias MeasureKey = Identifier<MeasureKind>
/// A free label for finding events again.
package typealias Tag = Identifier<TagKind>
