package import Errors

/// Why a text is refused as a date.
package enum FuzzyDateError: StanceError, Hashable, Sendable {
  /// The text is not of an EDTF form.
  case notEDTF(String)
  /// The calendar has no such month or day.
  case impossible(DayError)
  /// An interval or a range ends before it starts.
  case reversed(String)
  /// An interval has no date at either end.
  case boundless(String)
  /// A season, which has no days that hold in both hemispheres.
  case season
  /// A year of more than four digits.
  case longYear

  package var kind: ErrorKind { .badData }
}

extension FuzzyDateError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notEDTF(""):
      "the date is empty; write a day 2022-03-08, a month 2022-03 or a year 2022"
    case .notEDTF(let text):
      "\(Self.quoted(text)) is not a date in EDTF; \(Self.advice(for: text))"
    case .impossible(let refusal):
      refusal.description
    case .reversed(let text):
      "\(Self.quoted(text)) ends before it starts; write the earlier date first"
    case .boundless(let text):
      "\(Self.quoted(text)) names no date; give the interval a start, as in 2022-03-08/.., or an end"
    case .season:
      "seasons (21 to 32) have no fixed days; write the months, as in 2022-03/2022-05, "
        + "or a quarter, 2022-33 to 2022-36"
    case .longYear:
      "years of more than four digits, or written with Y, cannot be recorded; "
        + "write four digits, as in 2022"
    }
  }

  /// A range may be reversed in the middle of a text whose rest has not been read.
  private static func quoted(_ text: String) -> String {
    "'\(printable(text).truncated(to: 80))'"
  }

  private static func advice(for text: String) -> String {
    let suggestions = FuzzyDateHint.suggestions(for: text)
    guard suggestions.isEmpty else {
      return "did you mean \(suggestions.joined(separator: " or "))?"
    }
    return "write a day 2022-03-08, a month 2022-03, about a month 2022-03~, "
      + "or an interval 2022-03-08/2022-04"
  }
}

/// Recognises common ways to write a date that are not EDTF, and rewrites them in EDTF.
enum FuzzyDateHint {
  /// The longest text that is looked at, in bytes.
  ///
  /// What people write for a date is shorter, and matching takes time that grows with the square of
  /// the length.
  private static let longestText = 100

  /// The likely meanings, likeliest first; each of them is a date that `FuzzyDate` accepts.
  static func suggestions(for text: String) -> [String] {
    guard text.utf8.count <= longestText else { return [] }
    for rewrite in [bare, estimate, draft, numeric, named, grouping, dayOfMoment, week, ordinal] {
      let accepted = rewrite(text).filter { $0 != text && isEDTF($0) }
      if !accepted.isEmpty { return accepted }
    }
    return []
  }

  private static func isEDTF(_ text: String) -> Bool {
    (try? FuzzyDateSyntax(parsing: text)) != nil
  }

  /// " 2022-03 " and "'2022-03'".
  private static func bare(_ text: String) -> [String] {
    text.wholeMatch(of: /[\s'"]*(.*?)[\s'"]*/).map { [String($0.1)] } ?? []
  }

  /// "circa 2022", "about 2022-03" and "2022?~".
  private static func estimate(_ text: String) -> [String] {
    let prefixed = /(?:circa|ca?\.?|about|around|approx(?:imately|\.)?)\s*(.+)/.ignoresCase()
    if let match = text.wholeMatch(of: prefixed) { return ["\(match.1)~"] }
    if let match = text.wholeMatch(of: /(.+)(?:\?~|~\?)/) { return ["\(match.1)%"] }
    return []
  }

  /// The words of EDTF's draft of 2012 and what people write in their place: "2022/open".
  private static func draft(_ text: String) -> [String] {
    if let match = text.wholeMatch(of: /(?:unknown|\?)\/(.+)/) { return ["/\(match.1)"] }
    if let match = text.wholeMatch(of: /(.+)\/(?:unknown|\?)/) { return ["\(match.1)/"] }
    if let match = text.wholeMatch(of: /(.+)\/(?:open|now|present|ongoing|today)/) {
      return ["\(match.1)/.."]
    }
    return [String(text.map { "ux".contains($0) ? "X" : $0 })]
  }

  /// "20220308", "2022-3-8", "2022/03/08", "8.3.2022"; "3/8/2022" may be either of two days.
  private static func numeric(_ text: String) -> [String] {
    if let match = text.wholeMatch(of: /(\d{4})(\d\d)(\d\d)?/) {
      return [joined(match.1, match.2, match.3)]
    }
    if let match = text.wholeMatch(of: /(\d{4})[-.\/](\d\d?)(?:[-.\/](\d\d?))?/) {
      return [joined(match.1, match.2, match.3)]
    }
    if let match = text.wholeMatch(of: /(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})/) {
      return [joined(match.3, match.2, match.1)]
    }
    if let match = text.wholeMatch(of: /(\d\d?)[-\/](\d\d?)[-\/](\d{4})/) {
      let readings = [joined(match.3, match.1, match.2), joined(match.3, match.2, match.1)]
      return match.1 == match.2 ? [readings[0]] : readings
    }
    return []
  }

  /// "March 2022", "8 Mar 2022" and "March 8, 2022".
  private static func named(_ text: String) -> [String] {
    if let match = text.wholeMatch(of: /(?:(\d\d?)\.?\s)?(\p{Alpha}{3,})\.?,?\s(\d{4})/) {
      return month(named: match.2).map { [joined(match.3, $0, match.1)] } ?? []
    }
    if let match = text.wholeMatch(of: /(\p{Alpha}{3,})\.?\s(\d\d?),?\s(\d{4})/) {
      return month(named: match.1).map { [joined(match.3, $0, match.2)] } ?? []
    }
    return []
  }

  private static func month(named name: Substring) -> Substring? {
    let index = monthNames.firstIndex { $0.lowercased().hasPrefix(name.lowercased()) }
    return index.map { Substring(String($0 + 1)) }
  }

  /// "Q1 2022", "2022-Q1" and "2022H2".
  private static func grouping(_ text: String) -> [String] {
    let leading = text.wholeMatch(of: /([QH])([1-4])[-\s\/]?(\d{4})/).map { ($0.1, $0.2, $0.3) }
    let trailing = text.wholeMatch(of: /(\d{4})[-\s]?([QH])([1-4])/).map { ($0.2, $0.3, $0.1) }
    guard let (kind, digit, year) = leading ?? trailing, let number = Int(digit) else { return [] }
    if kind == "Q" { return ["\(year)-\(32 + number)"] }
    return number <= 2 ? ["\(year)-\(39 + number)"] : []
  }

  /// "2022-03-08 10:00", "2022-03-08Z", and an interval of moments.
  private static func dayOfMoment(_ text: String) -> [String] {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    let days = ends.map { end in
      end.wholeMatch(of: /(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d|[T\s].*)/)?.1 ?? end
    }
    return [days.joined(separator: "/")]
  }

  /// "2022-W10": from its Monday to its Sunday.
  ///
  /// Week 1 of ISO 8601 is that of 4 January.
  private static func week(_ text: String) -> [String] {
    guard let match = text.wholeMatch(of: /(\d{4})-?W(\d\d)/), let week = Int(match.2),
      1...53 ~= week, let year = Int(match.1), let anchor = Day(year: year, month: 1, day: 4)
    else { return [] }
    // 1970-01-01 was a Thursday: three days past a Monday.
    let daysPastMonday = (Int(anchor.ordinal) + 3) % 7
    let monday = anchor.adding(days: (week - 1) * 7 - (daysPastMonday + 7) % 7)
    return ["\(monday)/\(monday.adding(days: 6))"]
  }

  /// "2022-067", a day of the year.
  private static func ordinal(_ text: String) -> [String] {
    guard let match = text.wholeMatch(of: /(\d{4})-(\d{3})/), let number = Int(match.2),
      let year = Int(match.1), 1...(Day.isLeap(year) ? 366 : 365) ~= number,
      let newYear = Day(year: year, month: 1, day: 1)
    else { return [] }
    return [newYear.adding(days: number - 1).description]
  }

  private static func joined(_ year: Substring, _ month: Substring, _ day: Substring?) -> String {
    ([year] + [month, day].compactMap(\.self).map { $0.count < 2 ? "0\($0)" : $0 })
      .joined(separator: "-")
  }
}
