import Stances

/// Something that a registration says, with when it is so.
protocol DatedRegistration {
  /// From when it is so; nil for always.
  var since: DayRange? { get }
}

extension DatedRegistration {
  /// Whether what it says is so on the day of a query.
  func hasBegun(on clocks: Clocks) -> Bool {
    since.map { clocks.reach.day(reaching: $0) <= clocks.to } ?? true
  }
}

/// Where the steps from one company to another end, such as to the one that it merged into; itself if
/// there is none.
///
/// Where they go in a circle, each company stays itself.
func endOfSteps<Company: Hashable>(
  from company: Company, _ next: (Company) throws -> Company?
) rethrows -> Company {
  var (end, seen) = (company, Set([company]))
  while let next = try next(end) {
    guard seen.insert(next).inserted else { return company }
    end = next
  }
  return end
}

extension Sequence where Element: DatedRegistration {
  /// Of registrations that a query may count, in order of position, the one that counts on its day.
  ///
  /// One without a date replaces all before it; of the dated ones after that, the one with the
  /// latest first day that is reached. Before all of them the earliest counts. Of two with the same
  /// day the last recorded does; by the first rules the last of all.
  func current(on clocks: Clocks) -> Element? {
    guard clocks.rules.datesRegistrations else { return Array(self).last }
    var always: Element?
    var reached: (since: Day, element: Element)?
    var ahead: (since: Day, element: Element)?
    for element in self {
      guard let since = element.since else {
        (always, reached, ahead) = (element, nil, nil)
        continue
      }
      if element.hasBegun(on: clocks) {
        if reached.map({ $0.since <= since.earliest }) ?? true {
          reached = (since.earliest, element)
        }
      } else if ahead.map({ since.earliest <= $0.since }) ?? true {
        ahead = (since.earliest, element)
      }
    }
    return reached?.element ?? always ?? ahead?.element
  }
}
