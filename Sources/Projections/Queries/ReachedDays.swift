package import Stances

extension Fuzziness {
  /// The day on which a date counts as reached.
  package func day(reaching date: FuzzyDate) -> Day { day(date.earliest, date.latest) }

  /// The day on which a range of days counts as reached.
  func day(reaching range: DayRange) -> Day { day(range.earliest, range.latest) }

  private func day(_ earliest: Day, _ latest: Day) -> Day {
    switch self {
    case .lenient: earliest
    case .strict: latest
    }
  }
}

extension [Day] {
  /// The first of these days, which are in order, that is not before another.
  func first(notBefore day: Day) -> Day? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low == count ? nil : self[low]
  }
}
