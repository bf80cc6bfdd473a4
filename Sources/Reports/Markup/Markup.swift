// Markup: HTML and SVG in which recorded text cannot open or end anything.

import Errors
import Stances

/// A piece of HTML or SVG in which all that was interpolated is escaped: safe by its type.
///
///     let cell: Markup = "<td title=\"\(note)\">\(company.name)</td>"
///
/// Literals are markup; interpolated text is shown exactly, in an element or in a quoted attribute,
/// and can neither end nor open anything. Text never becomes a script, a style or an address:
/// ``webAddress(_:)`` alone lets an address through.
package struct Markup: Hashable, Sendable {
  /// The markup as it is written to a file.
  package private(set) var text: String

  /// Nothing at all.
  package static let empty = Markup(stringLiteral: "")

  /// One piece after the other.
  package static func + (first: Markup, second: Markup) -> Markup {
    var sum = first
    sum += second
    return sum
  }

  /// Adds a piece at the end.
  package static func += (first: inout Markup, second: Markup) {
    first.text += second.text
  }

  /// The address if it is one of the web (`http` or `https`), ready for an attribute; otherwise
  /// nil, so that no event can bring a `javascript:` link into a page.
  package static func webAddress(_ address: String) -> Markup? {
    let scheme = address.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard ["http", "https"].contains(Substring(scheme).lowercased()) else { return nil }
    return "\(address)"
  }
}

extension Markup: ExpressibleByStringInterpolation {
  /// Markup that is written in the program itself.
  package init(stringLiteral value: String) {
    text = value
  }

  /// Markup with escaped text in it.
  package init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
  }

  /// Gathers the literals unchanged and the rest escaped.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// An empty text with room for what will come.
    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Markup that is written in the program itself.
    package mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Text of an event, a name, a word: escaped, on one line, its control characters visible.
    package mutating func appendInterpolation(_ recorded: some StringProtocol) {
      let shown = printable(recorded)
      guard shown.utf8.contains(where: Self.mayNeedEscape) else {
        text += shown
        return
      }
      for scalar in shown.unicodeScalars {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        // XML has no place for these two, not even as a reference.
        case "\u{FFFE}", "\u{FFFF}":
          text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }

    /// Whether a byte is one of the five that mean something, or begins a character like those
    /// that XML has no place for.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), 0xEF:
        true
      default: false
      }
    }

    /// A number, which needs no escape.
    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      text += String(number)
    }

    /// Markup, escaped already.
    package mutating func appendInterpolation(_ piece: Markup) {
      text += piece.text
    }

    /// Pieces of markup, one after the other.
    package mutating func appendInterpolation(_ pieces: some Sequence<Markup>) {
      for piece in pieces { text += piece.text }
    }
  }
}

extension Markup {
  /// A link that shows its address; only the address if it is not one of the web.
  static func link(to address: String) -> Markup {
    guard let target = webAddress(address) else { return "\(address)" }
    return "<a class=\"address\" href=\"\(target)\" rel=\"noreferrer\">\(address)</a>"
  }

  /// Pieces with a separator between them.
  static func joined(_ pieces: [Markup], by separator: Markup) -> Markup {
    pieces.dropFirst().reduce(into: pieces.first ?? .empty) { $0 += separator + $1 }
  }
}
