extension FuzzyDate {
  /// The date in English words, as in "about March 2022", never more exact than it was given.
  ///
  ///     2022-03~ → about March 2022        2022-03-08/..           → from 2022-03-08 on
  ///     2022-33  → first quarter of 2022   [2022-06-05..2022-07-05] → between 2022-06-05 and …
  package var spoken: String {
    // A day is spoken as written.
    if earliest == latest, flags.isEmpty, text.utf8.count == "YYYY-MM-DD".utf8.count { return text }
    // The text was read when the date was made, so it reads again.
    return (try? FuzzyDateSyntax(parsing: text))?.spoken ?? text
  }
}

extension FuzzyDateSyntax {
  fileprivate var spoken: String {
    switch self {
    case .date(let date):
      return date.spoken
    case .moment(let day):
      return day.description
    case .interval(let start, let end):
      return [start.spokenAsStart, end.spokenAsEnd(after: start)].joined(separator: " ")
    case .choice(let choice, let members):
      let conjunction = choice == .oneOf ? "or" : "and"
      return enumerated(members.map { $0.spoken(in: choice) }, conjunction: conjunction)
    }
  }
}

extension FuzzyDateSyntax.End {
  fileprivate var spokenAsStart: String {
    switch self {
    case .date(let date): "from \(date.spoken)"
    case .unknown: "from an unknown date"
    case .open: "any time"
    }
  }

  fileprivate func spokenAsEnd(after start: Self) -> String {
    let preposition = if case .open = start { "until" } else { "to" }
    return switch self {
    case .date(let date): "\(preposition) \(date.spoken)"
    case .unknown: "\(preposition) an unknown date"
    case .open: "on"
    }
  }
}

extension FuzzyDateSyntax.Member {
  fileprivate func spoken(in choice: FuzzyDateSyntax.Choice) -> String {
    switch (self, choice) {
    case (.date(let date), _): date.spoken
    case (.range(let first, let last), .oneOf): "between \(first.spoken) and \(last.spoken)"
    case (.range(let first, let last), .allOf): "from \(first.spoken) to \(last.spoken)"
    case (.orEarlier(let date), .oneOf): "\(date.spoken) or earlier"
    case (.orEarlier(let date), .allOf): "\(date.spoken) and all before"
    case (.orLater(let date), .oneOf): "\(date.spoken) or later"
    case (.orLater(let date), .allOf): "\(date.spoken) and all after"
    }
  }
}

extension PartialDate {
  fileprivate var spoken: String {
    let doubt = flags.contains(.uncertain) ? "possibly " : ""
    let estimate = flags.contains(.approximate) ? "about " : ""
    return doubt + estimate + spokenPart
  }

  private var spokenPart: String {
    switch part {
    case .wholeYear: spokenYears
    case .someMonth: "some month in \(spokenYears)"
    case .someDay: "some day in \(spokenYears)"
    case .month(let month): "\(monthName(month)) \(spokenYears)"
    case .someDayOfMonth(let month): "some day in \(monthName(month)) \(spokenYears)"
    case .day(let day): day.description
    case .grouping(let grouping): "\(grouping.spoken) of \(spokenYears)"
    }
  }

  private var spokenYears: String {
    let (first, last) = (isoYear(years.lowerBound), isoYear(years.upperBound))
    return years.count == 1 ? first : "some year from \(first) to \(last)"
  }
}

extension PartialDate.Grouping {
  fileprivate var spoken: String {
    let ordinal = ["first", "second", "third", "fourth"][number - 1]
    return switch kind {
    case .quarter: "\(ordinal) quarter"
    case .quadrimester: "\(ordinal) four months"
    case .half: "\(ordinal) half"
    }
  }
}
