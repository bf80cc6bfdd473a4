import EventLog
import Stances

/// What a review finds in events, each of which is looked at once and forgotten.
struct ReviewedEvents {
  /// The pages that events name.
  private(set) var pages: ReviewedPages
  /// The publishers that events name.
  private(set) var publishers = ReviewedPublishers()
  /// The companies that are registered.
  private(set) var companies: ReviewedCompanies
  /// On whose word the events are that postures rest on, and when those were that contest them.
  private(set) var evidence: [EventID: [Evidence]] = [:]
  private(set) var dates: [EventID: FuzzyDate] = [:]
  private var steps: [MeasureKey: [MeasureStep]] = [:]
  private var found: [ReviewPoint] = []
  private var counts: [ReviewCode: Int] = [:]
  /// What the review looks at.
  private let scope: ReviewScope
  /// The events that postures rest on.
  private let decisive: Set<EventID>
  private let contesting: Set<EventID>
  private let postures: [Posture]
  private let clocks: Clocks
  private let request: ReviewRequest

  /// About how many bytes of memory are kept of one event.
  static let estimatedBytes = 512

  /// Nothing yet of the events that some postures are found from.
  init(
    of postures: [Posture], in scope: ReviewScope, on clocks: Clocks, _ request: ReviewRequest
  ) {
    self.postures = postures
    self.scope = scope
    self.clocks = clocks
    self.request = request
    decisive = Set(postures.flatMap { $0.conduct?.events ?? [] })
    contesting = Set(postures.flatMap(\.contested).map(\.event))
    pages = ReviewedPages(request.links, on: clocks.to)
    companies = ReviewedCompanies(on: clocks)
  }

  /// Looks at the next event.
  mutating func take(_ known: KnownEvent) {
    let event = known.event
    companies.take(known)
    if case .capture(let capture) = event.content { pages.keep(capture) }
    guard !event.content.type.isRegistration, !event.content.type.isOfLog else { return }
    if let step = MeasureStep(known) { steps[step.measure.measure, default: []].append(step) }
    if decisive.contains(event.id) { evidence[event.id] = event.evidence }
    if contesting.contains(event.id) { dates[event.id] = event.occurred }
    let isAsked = scope.has(event.content)
    guard clocks.hasReached(event) else {
      if isAsked { lookAhead(known) }
      return
    }
    let isDecisive = decisive.contains(event.id)
    pages.take(event, isAsked: isAsked, isDecisive: isDecisive)
    publishers.take(event, isAsked: isAsked)
    if isAsked { look(at: event, weight: isDecisive ? 1 : 0) }
  }

  /// All that is found in events, pages, publishers, companies and measures.
  var findings: [ReviewPoint] {
    let found =
      found + pages.findings + publishers.findings
      + companies.findings.filter { scope.has($0.company) }.map(\.finding)
      + lastDays.compactMap(\.finding)
    return found.filter { request.asks($0.code) }
  }

  /// At how many things each rule looked.
  var lookedAt: [ReviewCode: Int] {
    let registered = companies.slugs.filter { CompanyID($0).map(scope.has) ?? false }
    let known = postures.count { $0.conduct != nil }
    var counts = self.counts
    for code in ReviewCode.allCases { counts[code, default: 0] += 0 }
    for code: ReviewCode in [.severalGrades, .noCopy] { counts[code] = pages.askedCount }
    counts[.deadLink] = pages.checkedCount
    counts[.severalSpellings] = publishers.askedCount
    for code: ReviewCode in [.sharedName, .unnamed, .noIdentifier] {
      counts[code] = registered.count
    }
    counts[.lastDay] = lastDays.count
    counts[.waitingProposal] = request.proposals?.count
    for code: ReviewCode in [.contested, .weak, .secondHandOnly, .onePublisher] {
      counts[code] = known
    }
    for code: ReviewCode in [.overdue, .openReview, .quiet] { counts[code] = postures.count }
    return counts
  }

}

// MARK: Single events

extension ReviewedEvents {
  /// Finds an event that was recorded before it can have happened.
  private mutating func lookAhead(_ known: KnownEvent) {
    counts[.ahead, default: 0] += 1
    guard let occurred = known.event.occurred, occurred.earliest > known.recorded.day else {
      return
    }
    find(known.event, .ahead(occurred: occurred))
  }

  private mutating func look(at event: Event, weight: Int) {
    for code: ReviewCode in [.ahead, .early, .noQuote] { counts[code, default: 0] += 1 }
    if let occurred = event.occurred, let published = event.published,
      published.latest < occurred.earliest, !event.content.namesEffectiveDay
    {
      find(event, .early(occurred: occurred), weight)
    }
    lookAtGrades(of: event, weight)
    if let first = event.evidence.first, event.evidence.allSatisfy({ $0.quote == nil }) {
      find(event, .noQuote(type: event.content.type, publisher: first.publisher), weight)
    }
  }

  private mutating func lookAtGrades(of event: Event, _ weight: Int) {
    let isReport = event.content.isReportByOthers
    counts[isReport ? .unconfirmed : .unconfirmedAct, default: 0] += 1
    let sources = event.evidence.enumerated().map { place, source in
      (
        source,
        ReviewPoint.GradedSource(
          number: place + 1, publisher: source.source, grade: source.grade)
      )
    }
    if event.evidence.sources.count == 1,
      let (_, source) = sources.first(where: { $0.0.grade.credibility == .one })
    {
      find(event, isReport ? .unconfirmed(source) : .unconfirmedAct(source), weight)
    }
    let secondHand = sources.filter { $0.0.origin != nil }
    counts[.secondHandGradedA, default: 0] += secondHand.count
    if let (source, graded) = secondHand.first(where: { $0.0.grade.reliability == .a }) {
      find(
        event,
        .secondHandGradedA(
          .init(number: graded.number, publisher: source.publisher, grade: source.grade),
          origin: source.source), weight)
    }
  }

  private mutating func find(
    _ event: Event, _ detail: ReviewPoint.Detail, _ weight: Int = 0
  ) {
    found.append(
      ReviewPoint(
        subject: .event(event.id), since: event.published, detail: detail, weight: weight))
  }
}

extension EventContent {
  /// The companies that the event names.
  var namedCompanies: [CompanyID] {
    let counted =
      if case .tradeStatistic(let figure) = self { figure.companies } else { [CompanyID]() }
    return [company].compactMap(\.self) + addressees.companies + counted
  }

  /// Whether it names a day from which it counts.
  fileprivate var namesEffectiveDay: Bool {
    switch self {
    case .publicAnnouncement(let word): word.effective != nil
    case .governmentMeasure(let step): step.effective != nil
    default: false
    }
  }

  /// Whether others say what a company does, or what was counted: acts and a company's own words are
  /// made by being published.
  fileprivate var isReportByOthers: Bool {
    switch self {
    case .silentReduction, .continuedBusiness, .pressure, .tradeStatistic: true
    case .exit(let exit): !exit.disclosed || exit.claimant != nil
    case .resumption(let resumption): !resumption.disclosed || resumption.claimant != nil
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .governmentStatement,
      .governmentMeasure, .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey,
      .correction, .retraction:
      false
    }
  }
}

// MARK: Measures

extension ReviewedEvents {
  /// The measures that name a last day, with what is worth a look in it.
  private var lastDays: [(measure: MeasureKey, finding: ReviewPoint?)] {
    steps.keys.sorted().compactMap { key in
      guard let life = MeasureLife(steps[key] ?? [], on: clocks),
        scope.has(life, steps: steps[key] ?? []),
        let last = life.lastNamedDay
      else { return nil }
      let days = clocks.to.days(until: last.latest)
      return (
        key,
        days.flatMap { days in
          guard days <= Self.nearDays, !life.hasEndedByStep else { return nil }
          return ReviewPoint(
            subject: .measure(key), since: last,
            detail: .lastDay(title: life.title, until: last, days: days), weight: 0)
        }
      )
    }
  }

  /// From so many days before its last day on, someone should look whether a measure is extended.
  private static let nearDays = 30
}

extension MeasureLife {
  /// The last day that is set for the act or its suspension; nil if its steps name none.
  fileprivate var lastNamedDay: FuzzyDate? {
    if let until = standing.until { return until }
    return steps.last { $0.measure.until != nil }?.measure.until
  }

  /// Whether a step, and not only a day, ended the act, or came after the day.
  fileprivate var hasEndedByStep: Bool {
    guard let last = steps.last else { return false }
    let end = steps.last { $0.measure.until != nil }?.measure.until
    return last.measure.phase == .expired || last.measure.phase == .lifted
      || end.map { $0.latest < last.day.earliest } ?? true
  }
}
