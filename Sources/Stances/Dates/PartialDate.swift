/// A date with some of its components: the building block of every EDTF text.
struct PartialDate {
  /// The years it may mean; one unless digits are unspecified, as in `202X`.
  let years: ClosedRange<Int>
  let part: Part
  let flags: FuzzyDateFlags

  /// What of the year is meant.
  enum Part {
    case wholeYear
    case someMonth
    case someDay
    case month(Int)
    case someDayOfMonth(Int)
    case day(Day)
    case grouping(Grouping)
  }

  /// Consecutive months of a year that divide it evenly, as quarters do.
  struct Grouping {
    /// The raw value is the number of its months.
    enum Kind: Int {
      case quarter = 3
      case quadrimester = 4
      case half = 6
    }

    let kind: Kind
    let number: Int

    /// The grouping with an EDTF code: 33–36 quarters, 37–39 quadrimesters, 40–41 halves.
    init?(code: Int) {
      switch code {
      case 33...36: (kind, number) = (.quarter, code - 32)
      case 37...39: (kind, number) = (.quadrimester, code - 36)
      case 40...41: (kind, number) = (.half, code - 39)
      default: return nil
      }
    }

    var months: ClosedRange<Int> {
      ((number - 1) * kind.rawValue + 1)...(number * kind.rawValue)
    }
  }
}

extension PartialDate {
  var earliest: Day {
    if case .day(let day) = part { return day }
    return Day(
      ordinal: Day.daysSinceEpoch(year: years.lowerBound, month: months.lowerBound, day: 1))
  }

  var latest: Day {
    if case .day(let day) = part { return day }
    let (year, month) = (years.upperBound, months.upperBound)
    let length = Day.length(ofMonth: month, in: year)
    return Day(ordinal: Day.daysSinceEpoch(year: year, month: month, day: length))
  }

  private var months: ClosedRange<Int> {
    switch part {
    case .wholeYear, .someMonth, .someDay: 1...12
    case .month(let month), .someDayOfMonth(let month): month...month
    case .day(let day): day.month...day.month
    case .grouping(let grouping): grouping.months
    }
  }
}

/// Reads one date of an EDTF text, up to what follows it.
///
/// A qualifier comes before a component (it qualifies that one), after it (that and all to its
/// left) or at the end (the whole date); which of them is not kept, only that the date has one.
struct PartialDateParser {
  private var scanner: ASCIIScanner
  private var flags: FuzzyDateFlags = []

  /// Reads a date at the scanner's position and moves the scanner past it; nil if the text
  /// has another form.
  static func parse(_ scanner: inout ASCIIScanner) throws(FuzzyDateError) -> PartialDate? {
    var parser = PartialDateParser(scanner: scanner)
    guard let date = try parser.date() else { return nil }
    scanner = parser.scanner
    return date
  }

  private init(scanner: ASCIIScanner) {
    self.scanner = scanner
  }

  private mutating func date() throws(FuzzyDateError) -> PartialDate? {
    takeQualifier()
    if scanner.isNext("Y") { throw .longYear }
    guard let years = takeYears() else { return nil }
    takeQualifier()
    guard scanner.take("-") else { return make(years, .wholeYear) }
    // Level 1 knows unspecified digits only rightmost: after 202X there is nothing to say.
    guard years.count == 1 else { return nil }
    return try monthOrGrouping(of: years)
  }

  private mutating func monthOrGrouping(
    of years: ClosedRange<Int>
  ) throws(FuzzyDateError) -> PartialDate? {
    takeQualifier()
    if takeUnspecified() {
      takeQualifier()
      guard scanner.take("-") else { return make(years, .someMonth) }
      takeQualifier()
      guard takeUnspecified() else { return nil }
      takeQualifier()
      return make(years, .someDay)
    }
    guard let code = scanner.takeDigits(2) else { return nil }
    takeQualifier()
    if 21...32 ~= code { throw .season }
    if let grouping = PartialDate.Grouping(code: code) { return make(years, .grouping(grouping)) }
    guard 1...12 ~= code else {
      // Three digits are a day of the year, which is a different mistake from a month 13.
      if scanner.takeDigits(1) != nil { return nil }
      throw .impossible(.noSuchMonth(year: years.lowerBound, month: code))
    }
    guard scanner.take("-") else { return make(years, .month(code)) }
    return try day(ofMonth: code, in: years)
  }

  private mutating func day(
    ofMonth month: Int, in years: ClosedRange<Int>
  ) throws(FuzzyDateError) -> PartialDate? {
    takeQualifier()
    if takeUnspecified() {
      takeQualifier()
      return make(years, .someDayOfMonth(month))
    }
    guard let number = scanner.takeDigits(2) else { return nil }
    takeQualifier()
    do throws(DayError) {
      let day = try Day.checked(year: years.lowerBound, month: month, day: number)
      return make(years, .day(day))
    } catch {
      throw .impossible(error)
    }
  }

  private func make(_ years: ClosedRange<Int>, _ part: PartialDate.Part) -> PartialDate {
    PartialDate(years: years, part: part, flags: flags)
  }

  /// Reads four digits, of which the last or the last two may be `X`; there is no year −0000.
  private mutating func takeYears() -> ClosedRange<Int>? {
    let isNegative = scanner.take("-")
    let magnitudes: ClosedRange<Int>
    if let year = scanner.takeDigits(4) {
      magnitudes = year...year
    } else if let decade = scanner.takeDigits(3), scanner.take("X") {
      magnitudes = (decade * 10)...(decade * 10 + 9)
    } else if let century = scanner.takeDigits(2), scanner.take(sequence: "XX") {
      magnitudes = (century * 100)...(century * 100 + 99)
    } else {
      return nil
    }
    if magnitudes.count > 1 { flags.insert(.unspecified) }
    guard isNegative else { return magnitudes }
    guard magnitudes.upperBound > 0 else { return nil }
    return (-magnitudes.upperBound)...(-max(1, magnitudes.lowerBound))
  }

  private mutating func takeUnspecified() -> Bool {
    guard scanner.take(sequence: "XX") else { return false }
    flags.insert(.unspecified)
    return true
  }

  private mutating func takeQualifier() {
    if scanner.take("?") {
      flags.insert(.uncertain)
    } else if scanner.take("~") {
      flags.insert(.approximate)
    } else if scanner.take("%") {
      flags.formUnion([.uncertain, .approximate])
    }
  }
}
