import Stances

/// The lines of an iCalendar file (RFC 5545): properties, escaped and folded.
struct CalendarText {
  /// The whole text so far, its lines ended by CR LF (§3.1).
  private(set) var text = ""

  /// Adds a property whose value is of the format's own making: a date, a number, a word.
  mutating func add(_ name: String, _ value: String) {
    appendFolded("\(name):\(value)")
  }

  /// Adds a property whose value is text (§3.3.11), on as many lines as it has.
  mutating func add(_ name: String, text lines: [String]) {
    add(name, lines.map(Self.escaped).joined(separator: "\\n"))
  }

  /// Adds a property whose value is a text of one line.
  mutating func add(_ name: String, text: String) {
    add(name, text: [text])
  }

  /// Backslashes before what separates values; nothing that ends a line is left by `printable`.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in printable(text).unicodeScalars {
      if character == "\\" || character == ";" || character == "," { escaped += "\\" }
      escaped.unicodeScalars.append(character)
    }
    return escaped
  }

  /// Breaks a line before its 76th byte, never within a character.
  private mutating func appendFolded(_ line: String) {
    var width = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > Self.longestLine {
        text += "\r\n "
        width = 1
      }
      text.unicodeScalars.append(scalar)
      width += size
    }
    text += "\r\n"
  }

  /// In bytes, without the line's end (§3.1).
  private static let longestLine = 75
}

extension Day {
  /// The day as iCalendar writes it: `20220506` (§3.3.4).
  var calendarDate: String {
    description.filter { $0 != "-" }
  }
}

extension Timestamp {
  /// The instant as iCalendar writes it, to the second: `20220506T123456Z` (§3.3.5).
  var calendarTime: String {
    let digits = description.filter(\.isNumber)
    return "\(digits.prefix(8))T\(digits.dropFirst(8).prefix(6))Z"
  }
}
