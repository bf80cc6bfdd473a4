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
