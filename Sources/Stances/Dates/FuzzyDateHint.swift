/// Recognises frequent ways to write a date that are not EDTF, and says them in EDTF.
///
/// A hint means what the text means, or there is none: where the order of day and month is not
/// certain both readings are named, and an interval never becomes a day.
enum FuzzyDateHint {
  /// The longest text that is looked at, in bytes.
  ///
  /// What people write for a date is shorter, and matching takes time that grows with the square of
  /// the length.
  private static let longestText = 100

  /// The likely meanings, likeliest first; each of them is a date that `FuzzyDate` accepts.
  static func suggestions(for text: String) -> [String] {
    guard text.utf8.count <= longestText else { return [] }
    let plain = bare(text)
    return plain != text && isEDTF(plain) ? [plain] : rewritten(plain)
  }

  private static func rewritten(_ text: String) -> [String] {
    for rewrite in [
      estimate, draft, shortened, numeric, named, grouping, dayOfMoment, week, ordinal, fromTo,
    ] {
      let accepted = rewrite(text).filter { $0 != text && isEDTF($0) }
      if !accepted.isEmpty { return accepted }
    }
    return []
  }

  private static func isEDTF(_ text: String) -> Bool {
    (try? FuzzyDateSyntax(parsing: text)) != nil
  }

  /// " 2022-03 " and "'2022-03'" without what is around them, and any hyphen as a plain one.
  private static func bare(_ text: String) -> String {
    let plain = text.replacing(/[\u{2010}\u{2011}\u{2212}]/, with: "-")
    return plain.wholeMatch(of: /[\s'"]*(.*?)[\s'"]*/).map { String($0.1) } ?? plain
  }

  /// "circa 2022", "about March 2022" and "2022?~".
  private static func estimate(_ text: String) -> [String] {
    let prefixed = /(?:circa|ca?\.?|about|around|approx(?:imately|\.)?)\s*(.+)/.ignoresCase()
    if let match = text.wholeMatch(of: prefixed) {
      let date = String(match.1)
      return (isEDTF(date) ? [date] : rewritten(date)).map { "\($0)~" }
    }
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

  /// An end that leaves out what it shares with the start: "2022-03/04", "2022-03-08/12", "2022/23".
  private static func shortened(_ text: String) -> [String] {
    if let match = text.wholeMatch(of: /(\d{4}-\d\d-)(\d\d)\/(\d\d)/) {
      return ["\(match.1)\(match.2)/\(match.1)\(match.3)"]
    }
    if let match = text.wholeMatch(of: /(\d{4}-)(\d\d)\/(\d\d)/) {
      return ["\(match.1)\(match.2)/\(match.1)\(match.3)"]
    }
    if let match = text.wholeMatch(of: /(\d{4}-)(\d\d-\d\d)\/(\d\d-\d\d)/) {
      return ["\(match.1)\(match.2)/\(match.1)\(match.3)"]
    }
    if let match = text.wholeMatch(of: /(\d\d)(\d\d)\/(\d\d)/), match.3 > "12" {
      return ["\(match.1)\(match.2)/\(match.1)\(match.3)"]
    }
    return []
  }

  /// "20220308", "2022-3-8", "2022/03/08", "13.07.20"; "3/8/2022" may be either of two days.
  private static func numeric(_ text: String) -> [String] {
    if let match = text.wholeMatch(of: /(\d{4})(\d\d)(\d\d)?/) {
      return [joined(match.1, match.2, match.3)]
    }
    if let match = text.wholeMatch(of: /(\d{4})([-.\/])(\d\d?)(?:([-.\/])(\d\d?))?/),
      match.4 == nil || match.4 == match.2
    {
      return [joined(match.1, match.3, match.5)]
    }
    if let match = text.wholeMatch(of: /(\d\d?)([-.\/])\s?(\d\d?)([-.\/])\s?(\d\d|\d{4})\.?/),
      match.2 == match.4
    {
      let year = fullYear(match.5)
      // Points are written where the day comes first, but not only there.
      let dayFirst = joined(year, match.3, match.1)
      let monthFirst = joined(year, match.1, match.3)
      guard match.1 != match.3 else { return [dayFirst] }
      return match.2 == "." ? [dayFirst, monthFirst] : [monthFirst, dayFirst]
    }
    return []
  }

  /// "March 2022", "8 Mar 2022", "March 8, 2022", "Jun-22" and "6-Jul-22", as spreadsheets write.
  private static func named(_ text: String) -> [String] {
    let leading =
      /(?:(\d\d?)(?:st|nd|rd|th)?\.?[\s-])?(\p{Alpha}{3,})\.?,?[\s-](?:of\s)?(\d\d|\d{4})/
    if let match = text.wholeMatch(of: leading.ignoresCase()) {
      return month(named: match.2).map { [joined(fullYear(match.3), $0, match.1)] } ?? []
    }
    let trailing = /(\p{Alpha}{3,})\.?\s(\d\d?)(?:st|nd|rd|th)?,?\s(\d{4})/
    if let match = text.wholeMatch(of: trailing.ignoresCase()) {
      return month(named: match.1).map { [joined(match.3, $0, match.2)] } ?? []
    }
    return []
  }

  private static func month(named name: Substring) -> Substring? {
    let index = monthNames.firstIndex { $0.lowercased().hasPrefix(name.lowercased()) }
    return index.map { Substring(String($0 + 1)) }
  }

  /// A year of two digits in the century that POSIX takes it for: 69 is 1969, 68 is 2068.
  private static func fullYear(_ digits: Substring) -> Substring {
    guard digits.count == 2 else { return digits }
    return (digits > "68" ? "19" : "20") + digits
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
      end.wholeMatch(of: /(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d|[T\s]\d\d?:\d\d.*)/)?.1 ?? end
    }
    return [days.joined(separator: "/")]
  }

  /// "2022-W10": from its Monday to its Sunday.
  ///
  /// Week 1 of ISO 8601 is that of 4 January; a year has a week 53 if its last day is in it.
  private static func week(_ text: String) -> [String] {
    guard let match = text.wholeMatch(of: /(\d{4})-?W(\d\d)/), let week = Int(match.2),
      1...53 ~= week, let year = Int(match.1), let anchor = Day(year: year, month: 1, day: 4)
    else { return [] }
    // 1970-01-01 was a Thursday: three days past a Monday.
    let daysPastMonday = (Int(anchor.ordinal) + 3) % 7
    let monday = anchor.adding(days: (week - 1) * 7 - (daysPastMonday + 7) % 7)
    // The Thursday of a week is in the year that it counts for.
    guard monday.adding(days: 3).description.hasPrefix("\(match.1)-") else { return [] }
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

  /// "8 March 2022 to 1 April 2022", "March – May 2022", "8-10 March 2022", "from 2022-03 to 2022-05".
  private static func fromTo(_ text: String) -> [String] {
    let words = /(?:from\s+)?(.+?)\s*(?:\s(?:to|until|till|through|-)\s|[\u{2013}\u{2014}])\s*(.+)/
    if let match = text.wholeMatch(of: words.ignoresCase()) {
      return interval(String(match.1), String(match.2))
    }
    if let match = text.wholeMatch(of: /(\d\d?)-(\d\d?\.?\s\p{Alpha}{3,}\.?\s\d{4})/) {
      return interval(String(match.1), String(match.2))
    }
    return []
  }

  /// From one date to another, each with one meaning only; the start may leave out the month or
  /// the year that it shares with the end.
  private static func interval(_ start: String, _ end: String) -> [String] {
    guard let last = only(end) else { return [] }
    if let first = only(start) { return ["\(first)/\(last)"] }
    let shared = end.matches(of: /\p{Alpha}{3,}\.?\s\d{4}|\d{4}/).map { String($0.output) }
    for rest in shared {
      if let first = only("\(start) \(rest)") { return ["\(first)/\(last)"] }
      if let year = rest.split(separator: " ").last, let first = only("\(start) \(year)") {
        return ["\(first)/\(last)"]
      }
    }
    return []
  }

  /// The one day, month or year that a text means; nil if it means none, several, or an interval.
  private static func only(_ text: String) -> String? {
    if isEDTF(text) { return text.contains("/") ? nil : text }
    let meanings = rewritten(text)
    guard meanings.count == 1, let meaning = meanings.first, !meaning.contains("/") else {
      return nil
    }
    return meaning
  }

  private static func joined(_ year: Substring, _ month: Substring, _ day: Substring?) -> String {
    ([year] + [month, day].compactMap(\.self).map { $0.count < 2 ? "0\($0)" : $0 })
      .joined(separator: "-")
  }
}
