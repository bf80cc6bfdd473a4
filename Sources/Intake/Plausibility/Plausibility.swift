import Stances

/// What an event may say and seldom does: each warning is a function, and none of them refuses.
struct Plausibility {
  /// A warning, about a value or about the event as a whole.
  struct Warning: Hashable {
    /// The way to the value; empty for the event itself.
    var path = ""
    /// What is unlikely, and what to look at.
    let sentence: String
  }

  /// The last day that has begun anywhere on earth.
  let today: Day

  /// What is unlikely in an event as such, in the order of this file.
  func own(_ event: Event) -> [Warning] {
    publishedFirst(event) + endedFirst(event) + yetToCome(event) + farApart(event)
      + citedLater(event) + gradedTwice(event)
      + ungraded(event) + confirmedByOne(event) + bareYear(event)
  }

  /// Published before it occurred, with no day from which it is to count.
  private func publishedFirst(_ event: Event) -> [Warning] {
    guard let occurred = event.occurred, let published = event.published,
      published.latest < occurred.earliest, !event.content.hasEffectiveDay
    else { return [] }
    return [
      Warning(
        path: "published",
        sentence: "published \(published) is before it occurred, \(occurred); "
          + (event.content.canNameADay
            ? "if it was announced for a later day, say so in 'effective'" : "check both days"))
    ]
  }

  /// An exception or a measure that ended before it occurred.
  private func endedFirst(_ event: Event) -> [Warning] {
    guard let occurred = event.occurred, let until = event.content.until,
      until.latest < occurred.earliest
    else { return [] }
    return [
      Warning(
        path: "until",
        sentence: "until \(until) is before it occurred, \(occurred); check both days")
    ]
  }

  /// A day after today.
  private func yetToCome(_ event: Event) -> [Warning] {
    let dates = [("occurred", event.occurred), ("published", event.published)]
    let cited = event.evidence.enumerated().map {
      ("evidence[\($0.offset)].published", $0.element.published)
    }
    return (dates + cited).compactMap { path, date in
      guard let date, date.earliest > today, date.earliest != .distantFuture else { return nil }
      return Warning(
        path: path, sentence: "\(date) is after today, wherever on earth; check the year")
    }
  }

  /// Decades between two days of an event: mostly a slip in a year.
  private func farApart(_ event: Event) -> [Warning] {
    guard let occurred = event.occurred else { return [] }
    var warnings: [Warning] = []
    if let published = event.published,
      let years = decades(from: occurred.latest, to: published.earliest)
    {
      warnings.append(
        Warning(
          path: "occurred",
          sentence: "occurred \(occurred) is \(years) years before it was published, \(published); "
            + "check the years"))
    }
    if let effective = event.content.effective,
      let years = decades(from: effective.latest, to: occurred.earliest)
        ?? decades(from: occurred.latest, to: effective.earliest)
    {
      warnings.append(
        Warning(
          path: "effective",
          sentence: "effective \(effective) is \(years) years from the day it occurred, "
            + "\(occurred); check the years"))
    }
    return warnings
  }

  /// How many years lie between two days, if there are twenty and both are known.
  private func decades(from first: Day, to last: Day) -> Int? {
    let years = first.days(until: last).map { ($0 * 400 + 146_097 / 2) / 146_097 }
    return years.flatMap { $0 >= 20 ? $0 : nil }
  }

  /// No source that is as early as the event itself was public.
  private func citedLater(_ event: Event) -> [Warning] {
    guard let published = event.published, !event.evidence.isEmpty,
      event.evidence.allSatisfy({ source in
        source.published.map { $0.earliest > published.latest } ?? false
      })
    else { return [] }
    return [
      Warning(
        path: "evidence",
        sentence: "every source was published after the event's own 'published'; keep that only "
          + "if it was known before any of them had it")
    ]
  }

  /// One source under two grades.
  private func gradedTwice(_ event: Event) -> [Warning] {
    guard event.evidence.count > 1 else { return [] }
    var grades: [[String]: AdmiraltyGrade] = [:]
    return event.evidence.enumerated().compactMap { index, source in
      let key =
        source.url.map { [$0] } ?? [
          source.publisher, source.title ?? "", source.published?.text ?? "",
        ]
      guard let first = grades[key] else {
        grades[key] = source.grade
        return nil
      }
      guard first != source.grade else { return nil }
      return Warning(
        path: "evidence[\(index)].grade",
        sentence: "the same source has two grades, \(first) and \(source.grade); keep one")
    }
  }

  /// No source with a grade.
  private func ungraded(_ event: Event) -> [Warning] {
    guard !event.evidence.isEmpty, event.evidence.bestGrade == .notJudged else { return [] }
    return [
      Warning(
        path: "evidence",
        sentence: "no source has a grade, and F6 counts for nothing; give one, such as B2")
    ]
  }

  /// "Confirmed by others" on the word of one.
  private func confirmedByOne(_ event: Event) -> [Warning] {
    guard
      let index = event.evidence.firstIndex(where: { $0.grade.credibility == .one }),
      !event.content.isOwnWord,
      Set(event.evidence.map { folded($0.origin ?? $0.publisher) }).count == 1
    else { return [] }
    return [
      Warning(
        path: "evidence[\(index)].grade",
        sentence: "\(event.evidence[index].grade) says 'confirmed by others', and all sources rest "
          + "on one; name another that has it for itself, or give the digit 2")
    ]
  }

  /// A state that is reported of a whole year, though it may have begun or ended inside it.
  private func bareYear(_ event: Event) -> [Warning] {
    guard event.content.isState, let occurred = event.occurred,
      let year = occurred.text.bareYear
    else { return [] }
    return [
      Warning(
        path: "occurred",
        sentence: "a state is reported for a bare year, \(occurred); if it was so throughout, "
          + "write \(year)-01/\(year)-12")
    ]
  }
}

extension EventContent {
  /// Whether it can say from which day on it is to count.
  fileprivate var canNameADay: Bool {
    switch self {
    case .publicAnnouncement, .governmentMeasure: true
    default: false
    }
  }

  /// The day from which it counts, if it gives another than that on which it occurred.
  fileprivate var effective: FuzzyDate? {
    switch self {
    case .publicAnnouncement(let event): event.effective
    case .governmentMeasure(let event): event.effective
    default: nil
    }
  }

  /// The last day that it gives.
  fileprivate var until: FuzzyDate? {
    switch self {
    case .continuedBusiness(let event): event.until
    case .resumption(let event): event.until
    case .governmentMeasure(let event): event.until
    default: nil
    }
  }

  /// Whether it gives another day from which it counts.
  fileprivate var hasEffectiveDay: Bool {
    switch self {
    case .correction(let event): event.replacement.content.hasEffectiveDay
    default: effective != nil
    }
  }

  /// Whether who acts says so itself, so that its own page is the best that there can be.
  fileprivate var isOwnWord: Bool {
    switch self {
    case .publicAnnouncement, .denial, .complianceReview, .governmentStatement, .governmentMeasure,
      .tradeStatistic, .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey,
      .retraction:
      true
    case .resumption(let event): event.disclosed && event.claimant == nil
    case .exit(let event): event.disclosed && event.claimant == nil
    case .correction(let event): event.replacement.content.isOwnWord
    case .declinedComment, .silentReduction, .continuedBusiness, .pressure: false
    }
  }

  /// Whether it reports what lasted, not what happened on a day.
  fileprivate var isState: Bool {
    switch self {
    case .silentReduction, .continuedBusiness: true
    case .correction, .publicAnnouncement, .denial, .declinedComment, .complianceReview,
      .resumption, .exit, .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic,
      .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey, .retraction:
      false
    }
  }
}

extension String {
  /// The year of a date that is nothing but a year, and perhaps a doubt about it: `2022`, `2022~`.
  ///
  /// By hand: every event of a file is asked, and a regular expression is compiled for each.
  fileprivate var bareYear: Substring? {
    let year = prefix { $0.isASCII && $0.isNumber }
    let doubt = dropFirst(year.count)
    guard year.count == 4, doubt.isEmpty || ["?", "~", "%"].contains(doubt) else { return nil }
    return year
  }
}
