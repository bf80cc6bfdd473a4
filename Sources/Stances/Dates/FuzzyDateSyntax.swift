/// The parts of a fuzzy date, as its text names them.
enum FuzzyDateSyntax {
  case date(PartialDate)
  /// A moment; only its day, as written, counts.
  case moment(Day)
  /// From a start to an end, of which at least one is a date.
  case interval(start: End, end: End)
  /// `[…]`, one of these, or `{…}`, all of these.
  case choice(Choice, [Member])

  /// One end of an interval.
  enum End {
    case date(PartialDate)
    case open
    case unknown
  }

  enum Choice {
    case oneOf
    case allOf
  }

  /// An element of a set.
  enum Member {
    case date(PartialDate)
    case range(PartialDate, PartialDate)
    case orEarlier(PartialDate)
    case orLater(PartialDate)
  }
}

extension FuzzyDateSyntax {
  var bounds: (earliest: Day, latest: Day) {
    switch self {
    case .date(let date): (date.earliest, date.latest)
    case .moment(let day): (day, day)
    case .interval(let start, let end):
      (start.date?.earliest ?? .distantPast, end.date?.latest ?? .distantFuture)
    case .choice(_, let members):
      members.reduce(into: (.distantFuture, .distantPast)) { bounds, member in
        bounds = (min(bounds.0, member.bounds.0), max(bounds.1, member.bounds.1))
      }
    }
  }

  var flags: FuzzyDateFlags {
    switch self {
    case .date(let date): date.flags
    case .moment: []
    case .interval(let start, let end):
      start.flags(open: .openStart, unknown: .unknownStart)
        .union(end.flags(open: .openEnd, unknown: .unknownEnd))
    case .choice(_, let members):
      members.reduce(into: []) { $0.formUnion($1.flags) }
    }
  }
}

extension FuzzyDateSyntax.End {
  var date: PartialDate? {
    if case .date(let date) = self { date } else { nil }
  }

  fileprivate func flags(open: FuzzyDateFlags, unknown: FuzzyDateFlags) -> FuzzyDateFlags {
    switch self {
    case .date(let date): date.flags
    case .open: open
    case .unknown: unknown
    }
  }
}

extension FuzzyDateSyntax.Member {
  fileprivate var bounds: (Day, Day) {
    switch self {
    case .date(let date): (date.earliest, date.latest)
    case .range(let first, let last): (first.earliest, last.latest)
    case .orEarlier(let date): (.distantPast, date.latest)
    case .orLater(let date): (date.earliest, .distantFuture)
    }
  }

  /// "Or earlier" opens a choice, not a span of time: no interval's end is open because of it.
  fileprivate var flags: FuzzyDateFlags {
    switch self {
    case .date(let date), .orEarlier(let date), .orLater(let date): date.flags
    case .range(let first, let last): first.flags.union(last.flags)
    }
  }
}
