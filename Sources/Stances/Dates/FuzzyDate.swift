/// A date as exact as its source: a day, a month, "about March 2022", one of two days, an interval.
///
/// Written in EDTF (ISO 8601-2:2019, the Library of Congress's profile of 2019-02-04): level 1, and
/// of level 2 the sets, the sub-year groupings 33 to 41 and qualifiers of single components.
///
///     2022-05-06   2022-03~   2022   202X   2022-03-XX   2022-33   2022-03-08/..
///     [2022-03,2022-05]
///
/// A fuzzy date is shown as given (`text`) or in words (`spoken`), never more exactly. Its
/// bounds serve for ordering and for questions such as "had it come by then?".
package struct FuzzyDate: Hashable, Sendable {
  /// The date exactly as given.
  package let text: String
  /// The first day it may mean; `distantPast` if the start is open or unknown.
  package let earliest: Day
  /// The last day it may mean, never before `earliest`; `distantFuture` if it is open or unknown.
  package let latest: Day
  /// The last day that its start may mean: `latest`, but for an interval, which is a duration.
  package let certain: Day
  /// What the date leaves open.
  package let flags: FuzzyDateFlags

  /// Reads an EDTF text.
  package init(_ text: String) throws(FuzzyDateError) {
    self.text = text
    // Most are plain days, and a scanner takes an array.
    if let day = Day(plain: text.utf8) {
      (earliest, latest, certain, flags) = (day, day, day, [])
      return
    }
    let syntax = try FuzzyDateSyntax(parsing: text)
    (earliest, latest) = syntax.bounds
    certain = syntax.startBound ?? latest
    flags = syntax.flags
  }
}

extension FuzzyDate {
  /// Whether it begins or ends later than another date, so that its day may still be to come.
  package func reachesBeyond(_ other: FuzzyDate) -> Bool {
    earliest > other.earliest || latest > other.latest
  }
}

extension FuzzyDate {
  /// Whether it is a span of time, written as an interval.
  package var isInterval: Bool { text.utf8.contains(UInt8(ascii: "/")) }
}

extension FuzzyDate: CustomStringConvertible {
  package var description: String { text }
}

/// When a fuzzy date counts as reached.
package enum Fuzziness: String, Hashable, Sendable, CaseIterable {
  /// As soon as it may have come: on its earliest day.
  case lenient
  /// Only when it must have come: on its latest day, an interval on the latest day of its start.
  case strict
}

/// What a fuzzy date admits not to know, and where it is open.
package struct FuzzyDateFlags: OptionSet, Hashable, Sendable {
  /// One bit for each flag.
  package let rawValue: UInt8

  /// The set of these bits.
  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `?` or `%`: the source is doubtful.
  package static let uncertain = Self(rawValue: 1 << 0)
  /// `~` or `%`: the value is an estimate.
  package static let approximate = Self(rawValue: 1 << 1)
  /// `X`: a digit or a whole component is not given.
  package static let unspecified = Self(rawValue: 1 << 2)
  /// `../…`: the interval has no start.
  package static let openStart = Self(rawValue: 1 << 3)
  /// `…/..`: the interval has no end; it lasts still.
  package static let openEnd = Self(rawValue: 1 << 4)
  /// `/…`: the interval has a start, which is unknown.
  package static let unknownStart = Self(rawValue: 1 << 5)
  /// `…/`: the interval has an end, which is unknown.
  package static let unknownEnd = Self(rawValue: 1 << 6)
}

/// A first and a last day, both included.
package struct DayRange: Hashable, Sendable {
  /// The first day.
  package var earliest: Day
  /// The last day.
  package var latest: Day
  /// The last possible day of the start: the last day, but for an interval.
  package var certain: Day

  /// The days from `earliest` to `latest`, an interval if `certain` is given.
  package init(earliest: Day, latest: Day, certain: Day? = nil) {
    self.earliest = earliest
    self.latest = latest
    self.certain = certain ?? latest
  }

  /// The days that a date may mean.
  package init(of date: FuzzyDate) {
    self.init(earliest: date.earliest, latest: date.latest, certain: date.certain)
  }
}
