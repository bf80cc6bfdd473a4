import Stances

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
