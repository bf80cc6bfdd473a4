import Errors
package import Projections
import Stances

/// The dates of an answer as a calendar (iCalendar, RFC 5545) to subscribe to or to import.
///
/// All events last whole days: a fuzzy date spans from the first day that it may mean to the last.
/// An item always keeps its `UID`; each correction raises its `SEQUENCE`, and what was withdrawn
/// is `CANCELLED`, so that a calendar that has it strikes it out.
package enum CalendarFeed {
  /// The calendar as text.
  ///
  /// - Parameters:
  ///   - answer: the items with the query that found them.
  ///   - title: what the calendar is called.
  ///   - base: what comes before the paths of the pages about its events, from the scheme on.
  /// - Returns: the whole file, its lines ended by CR LF.
  package static func text(
    of answer: Answer<[CalendarItem]>, title: String, base: String? = nil
  ) -> String {
    var text = CalendarText()
    text.add("BEGIN", "VCALENDAR")
    text.add("VERSION", "2.0")
    text.add("PRODID", "-//stance//\(answer.rules)//EN")
    text.add("CALSCALE", "GREGORIAN")
    text.add("NAME", text: title)
    // For calendars that do not know RFC 7986.
    text.add("X-WR-CALNAME", text: title)
    text.add("DESCRIPTION", text: answer.queryLine)
    for item in answer.content { text.add(item, answer.head.origin, base) }
    text.add("END", "VCALENDAR")
    return text.text
  }
}

extension CalendarText {
  fileprivate mutating func add(_ item: CalendarItem, _ origin: String?, _ base: String?) {
    let span = item.calendarSpan
    add("BEGIN", "VEVENT")
    add("UID", item.identifier(in: origin))
    add("DTSTAMP", item.changed.calendarTime)
    add("CREATED", item.recorded.calendarTime)
    add("LAST-MODIFIED", item.changed.calendarTime)
    add("SEQUENCE", String(item.revision))
    add("DTSTART;VALUE=DATE", span.lowerBound.calendarDate)
    add("DTEND;VALUE=DATE", span.upperBound.adding(days: 1).calendarDate)
    add("SUMMARY", text: item.headline)
    add("DESCRIPTION", text: item.details)
    add("CATEGORIES", text: plainWords(item.entry.type.rawValue))
    add("STATUS", item.isWithdrawn ? "CANCELLED" : "CONFIRMED")
    if let base { add("URL", base + Subject.event(item.entry.event).path) }
    add("TRANSP", "TRANSPARENT")
    add("END", "VEVENT")
  }
}

extension CalendarItem {
  /// The item's permanent name: its event, what falls on the date, and the log if that has a name.
  func identifier(in origin: String?) -> String {
    "\(entry.event).\(occasion.term)@\(origin.map { asName($0, keeping: pathMarks) } ?? "stance")"
  }

  /// What happened or will, on one line; a date that is not a day is said in words.
  var headline: String {
    let happening = "\(entry.actor) \(entry.summary)"
    let date = day.isOneDay ? "" : " (\(day.spoken))"
    let lead =
      switch occasion {
      case .happened: ""
      case .due: "Due: "
      case .effective: "Takes effect: "
      case .ends: "Last day: "
      }
    return lead + happening + date
  }

  /// The dates, the sources and the note, one per line.
  fileprivate var details: [String] {
    let withdrawn = isWithdrawn ? "Withdrawn or overtaken. " : ""
    let dates = "\(withdrawn)Date: \(when(entry.occurred, published: entry.published))."
    let sources = entry.evidence.map(\.quotedCitation.plain)
    let origin = "Event \(entry.event), recorded \(recorded)."
    return [dates] + sources + [entry.note, origin].compactMap(\.self)
  }

  /// The days on which a calendar shows the item; those of its publication if no calendar
  /// reaches back so far.
  fileprivate var calendarSpan: ClosedRange<Day> {
    [day.knownSpan, entry.published.knownSpan].first(where: \.isWritable)
      ?? recorded.day...recorded.day
  }
}

extension ClosedRange<Day> {
  /// Whether iCalendar can write the days, and the one after them, with four digits.
  fileprivate var isWritable: Bool { lowerBound.year >= 1 && upperBound.year < 9999 }
}

/// The lines of an iCalendar file (RFC 5545): properties, escaped and folded.
struct CalendarText {
  /// The whole text so far, its lines ended by CR LF (§3.1).
  private(set) var text = ""

  /// Adds a property whose value the format defines: a date, a number, a word.
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
