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
  /// `/…`: the interval has a start, which nobody knows.
  package static let unknownStart = Self(rawValue: 1 << 5)
  /// `…/`: the interval has an end, which nobody knows.
  package static let unknownEnd = Self(rawValue: 1 << 6)
}
