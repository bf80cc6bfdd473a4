import Stances

/// The dates that a sentence names, as EDTF.
///
/// A date without a year, and one such as "last month", is one only relative to the day of publication:
/// the last such date that is not after it.
struct SentenceDates {
  /// A date, and the words that it is made of.
  struct Found {
    let words: Range<Int>
    let text: String
    /// Whether it says until or before when, or since when: that is no day of an event.
    let isBound: Bool
  }

  private(set) var found: [Found] = []
  /// What would be a date if it were known when the text was published.
  private(set) var undated: [String] = []

  init(in sentence: Sentence, published: FuzzyDate?) {
    var index = 0
    while index < sentence.words.count {
      let reading = DateReading(sentence, at: index, published: published)
      guard let end = reading.end else {
        index += 1
        continue
      }
      if let text = reading.text {
        let isAbout = reading.hasBefore("about", "around", "approximately", "roughly", "circa")
        found.append(
          Found(
            words: index..<end, text: isAbout && !text.contains("/") ? text + "~" : text,
            isBound: reading.hasBefore("until", "till", "before", "since", "after", "next")))
      } else {
        undated.append(sentence.verbatim(index..<end))
      }
      index = end
    }
  }
}

/// A date that may begin with a word of a sentence.
private struct DateReading {
  /// The word behind the date; nil if none is there.
  private(set) var end: Int?
  /// The date as EDTF; nil if that needs the day of publication.
  private(set) var text: String?

  private let words: [Sentence.Word]
  private let sentence: Sentence
  private let start: Int
  private let published: FuzzyDate?

  init(_ sentence: Sentence, at start: Int, published: FuzzyDate?) {
    words = sentence.words
    (self.sentence, self.start, self.published) = (sentence, start, published)
    _ =
      readISO() || readDayAndMonth() || readMonthAndDay() || readMonth() || readHalf()
      || readYear() || readRelative()
  }

  private func word(_ offset: Int) -> String {
    words.indices.contains(start + offset) ? words[start + offset].text : ""
  }

  /// Whether one of some words is directly before the date, or before an article.
  func hasBefore(_ candidates: String...) -> Bool {
    candidates.contains(word(-1))
      || candidates.contains(word(-2)) && ["on", "the"].contains(word(-1))
  }

  private mutating func take(_ count: Int, _ text: String?) -> Bool {
    (end, self.text) = (start + count, text)
    return true
  }

  // MARK: Shapes

  /// "2022-03-05".
  private mutating func readISO() -> Bool {
    guard let year = year(0), word(1).count == 2, word(2).count == 2, let month = Int(word(1)),
      let day = Int(word(2)), sentence.mark(behind: start) == "-",
      sentence.mark(behind: start + 1) == "-", Day(year: year, month: month, day: day) != nil
    else { return false }
    return take(3, Self.text(year, month, day))
  }

  /// "5 March 2022", "5th of March".
  private mutating func readDayAndMonth() -> Bool {
    guard let day = day(0) else { return false }
    let at = word(1) == "of" ? 2 : 1
    guard let month = month(at) else { return false }
    return take(day: day, month: month, year: year(at + 1), count: at + 1)
  }

  /// "March 5, 2022".
  private mutating func readMonthAndDay() -> Bool {
    guard let month = month(0), let day = day(1) else { return false }
    return take(day: day, month: month, year: year(2), count: 2)
  }

  private mutating func take(day: Int, month: Int, year: Int?, count: Int) -> Bool {
    if let year {
      guard Day(year: year, month: month, day: day) != nil else { return false }
      return take(count + 1, Self.text(year, month, day))
    }
    return take(
      count,
      latest { year in
        Day(year: year, month: month, day: day).map { ($0, Self.text(year, month, day)) }
      })
  }

  /// "March 2022", "in March", "January to May 2024".
  private mutating func readMonth() -> Bool {
    guard let first = month(0) else { return false }
    if ["to", "and", "through"].contains(word(1)) || sentence.mark(behind: start).contains("-"),
      case let at = month(1) == nil ? 2 : 1, let last = month(at), let year = year(at + 1),
      first < last
    {
      return take(at + 2, "\(Self.text(year, first))/\(Self.text(year, last))")
    }
    if let year = year(1) { return take(2, Self.text(year, first)) }
    // "May" and "March" are words too.
    let isAfter = [
      "in", "since", "by", "last", "early", "late", "mid", "from", "until", "of", "during",
      "before",
      "after", "to",
    ]
    .contains(word(-1))
    guard isAfter else { return false }
    return take(
      1,
      latest { year in Day(year: year, month: first, day: 1).map { ($0, Self.text(year, first)) } })
  }

  /// "the first half of 2022", "the second quarter of 2022".
  private mutating func readHalf() -> Bool {
    guard let number = ["first", "second", "third", "fourth"].firstIndex(of: word(0)),
      word(2) == "of" || word(2) == "in", let year = year(3)
    else { return false }
    let months = word(1) == "half" ? 6 : word(1) == "quarter" ? 3 : 0
    guard months > 0, (number + 1) * months <= 12 else { return false }
    return take(
      4, "\(Self.text(year, number * months + 1))/\(Self.text(year, (number + 1) * months))")
  }

  /// "in 2022".
  private mutating func readYear() -> Bool {
    guard let year = year(0),
      ["in", "since", "during", "of", "for", "from", "until"].contains(word(-1)),
      sentence.mark(behind: start).first != "%"
    else { return false }
    return take(1, String(year))
  }

  /// "yesterday", "last month", "on Tuesday".
  private mutating func readRelative() -> Bool {
    switch (word(0), word(1)) {
    case ("yesterday", _): return take(1, day { $0.adding(days: -1) })
    case ("today", _): return take(1, day { $0 })
    case ("last", "month"), ("previous", "month"):
      return take(2, monthText { $0.adding(months: -1) })
    case ("this", "month"): return take(2, monthText { $0 })
    case ("last", "year"): return take(2, yearText { $0 - 1 })
    case ("this", "year"): return take(2, yearText { $0 })
    default: break
    }
    guard let weekday = Self.weekdays.firstIndex(of: word(0)), words[start].isCapitalised else {
      return false
    }
    return take(1, day { $0.last(weekday: weekday) })
  }

  // MARK: Parts

  private func month(_ offset: Int) -> Int? {
    guard words.indices.contains(start + offset), words[start + offset].isCapitalised else {
      return nil
    }
    let name = word(offset)
    guard name.utf8.count >= 3 else { return nil }
    return Self.months.firstIndex {
      $0 == name || $0.prefix(3) == name || $0.prefix(4) == name && name == "sept"
    }
    .map { $0 + 1 }
  }

  private func day(_ offset: Int) -> Int? {
    let text = word(offset)
    let digits = text.prefix { $0.isNumber }
    guard let day = Int(digits), 1...31 ~= day,
      ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count))
    else { return nil }
    return day
  }

  private func year(_ offset: Int) -> Int? {
    let text = word(offset)
    return text.utf8.count == 4 ? Int(text).flatMap { 1990...2099 ~= $0 ? $0 : nil } : nil
  }

  /// The last of a date's returns, year by year, that is not after the day of publication.
  private func latest(_ date: (Int) -> (day: Day, text: String)?) -> String? {
    guard let last = published?.latest, let last = last.known else { return nil }
    // 29 February returns every four years at least.
    for year in stride(from: last.year, through: last.year - 8, by: -1) {
      if let (day, text) = date(year), day <= last { return text }
    }
    return nil
  }

  /// A date relative to the day of publication, if that is one day.
  private func day(_ other: (Day) -> Day) -> String? {
    guard let published, published.earliest == published.latest, published.flags.isEmpty else {
      return nil
    }
    return other(published.earliest).description
  }

  /// The same relative to its month.
  private func monthText(_ other: (Day) -> Day) -> String? {
    guard let published, let first = published.earliest.known, let last = published.latest.known,
      first.year == last.year, first.month == last.month
    else { return nil }
    let day = other(first)
    return Self.text(day.year, day.month)
  }

  /// The same relative to its year.
  private func yearText(_ other: (Int) -> Int) -> String? {
    guard let published, let first = published.earliest.known, let last = published.latest.known,
      first.year == last.year
    else { return nil }
    return String(other(first.year))
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int? = nil) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))" + (day.map { "-\(two($0))" } ?? "")
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = Day.weekdays.map { $0.lowercased() }
}
