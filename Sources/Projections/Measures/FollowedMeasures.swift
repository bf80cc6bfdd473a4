package import Stances

/// Who followed which measure, and which measure in force forbids it.
package struct FollowedMeasures: Hashable, Sendable {
  /// Those who followed each measure, in order of time.
  package let followers: [MeasureKey: [Follower]]
  /// What was followed against a measure in force, by company, then by the measures' keys.
  package let conflicts: [Conflict]

  /// No measure was followed, or the rules do not ask.
  package static let none = FollowedMeasures(followers: [:], conflicts: [])

  /// A company that followed a measure by one word, its own or that of others.
  package struct Follower: Hashable, Sendable {
    /// Who followed it.
    package let company: CompanyID
    /// The company's name for readers.
    package let name: String
    /// The first event that names the measure as the reason by this word.
    package let event: EventID
    /// When that happened, as given.
    package let since: FuzzyDate
    /// Whose word it is.
    package let word: Word
    /// On whose word others report it: the claimant, or else the publisher of the best evidence; nil
    /// for the company's own word.
    package let by: String?
  }

  /// Whose word a reason is.
  package enum Word: String, Term {
    case own, reported
  }

  /// A measure that a company followed, and one in force that forbids it.
  package struct Conflict: Hashable, Sendable {
    /// The company between both.
    package let company: CompanyID
    /// The company's name for readers.
    package let name: String
    /// The event by which it followed the one.
    package let event: EventID
    /// The measure that it followed.
    package let followed: Side
    /// The measure in force against it.
    package let against: Side
    /// Since when both hold: the later beginning; that of the other side if one is not known.
    package let since: FuzzyDate?
  }

  /// One of the two measures.
  package struct Side: Hashable, Sendable {
    /// Its key.
    package let measure: MeasureKey
    /// What it is called.
    package let title: String
    /// Since when the company followed it, or since when it is in force for the company; nil if that
    /// is not known.
    package let since: FuzzyDate?
  }
}

extension KnownEvents {
  /// Who followed which of these measures by the day of the query, and what in force forbids it.
  func followed(_ lives: [MeasureKey: MeasureLife]) -> FollowedMeasures {
    guard clocks.rules.namesFollowers else { return .none }
    let acts = events.filter { !$0.event.content.follows.isEmpty && clocks.hasReached($0.event) }
      .compactMap { FollowingAct($0, registrations) }
    guard !acts.isEmpty else { return .none }
    var followers: [MeasureKey: [FollowedMeasures.Follower]] = [:]
    for act in acts {
      for key in act.measures where lives[key] != nil {
        let said = followers[key] ?? []
        guard !said.contains(where: act.repeats) else { continue }
        followers[key, default: []].append(act.follower(registrations))
      }
    }
    return FollowedMeasures(followers: followers, conflicts: conflicts(of: acts, lives))
  }

  private func conflicts(
    of acts: [FollowingAct], _ lives: [MeasureKey: MeasureLife]
  ) -> [FollowedMeasures.Conflict] {
    let forbidding = lives.filter { $0.value.forbidsWithdrawal }.sorted { $0.key < $1.key }
    guard !forbidding.isEmpty else { return [] }
    let returns = Returns(in: self)
    return Dictionary(grouping: acts, by: \.company).sorted { $0.key < $1.key }
      .flatMap { company, acts -> [FollowedMeasures.Conflict] in
        let addressed = AddressedCompany(
          companies: registrations.members(of: company),
          registration: registrations.registration(of: company))
        return Set(acts.flatMap(\.measures)).sorted().flatMap { key in
          forbidding.compactMap { against, life in
            guard against != key, let followed = lives[key],
              followed.founding.measure.push == .withdraw,
              !addressed.standing(in: followed).status.isOver,
              let force = addressed.force(of: life),
              let act = acts.first(where: {
                $0.measures.contains(key)
                  && life.applies(inAnyOf: returns.marketsLeft(by: $0))
              })
            else { return nil }
            return FollowedMeasures.Conflict(
              company: company, name: registrations.name(of: company), event: act.event.event.id,
              followed: .init(measure: key, title: followed.title, since: act.since),
              against: .init(measure: against, title: life.title, since: force.since),
              since: [act.since, force.since].compactMap(\.self).max(by: FuzzyDate.beginsBefore))
          }
        }
      }
  }
}

/// An event by which a company followed measures.
private struct FollowingAct {
  let event: KnownEvent
  let company: CompanyID
  let since: FuzzyDate
  let measures: [MeasureKey]
  let by: String?

  /// Nil for an event that is no act of a company.
  init?(_ known: KnownEvent, _ registrations: Registrations) {
    guard let company = known.event.content.company, let occurred = known.event.occurred
    else { return nil }
    event = known
    self.company = registrations.end(of: company)
    since = occurred
    measures = known.event.content.follows
    by = known.event.isOwnWord ? nil : registrations.reporter(of: known.event)
  }

  func repeats(_ follower: FollowedMeasures.Follower) -> Bool {
    follower.company == company && follower.by == by
  }

  func follower(_ registrations: Registrations) -> FollowedMeasures.Follower {
    FollowedMeasures.Follower(
      company: company, name: registrations.name(of: company), event: event.event.id,
      since: since, word: by == nil ? .own : .reported, by: by)
  }
}

/// When companies came back to their whole business in a market.
private struct Returns {
  private let events: [(company: CompanyID, order: TimeOrder, markets: [Market])]

  init(in known: KnownEvents) {
    events = known.reached.compactMap { event in
      guard case .resumption(let resumption) = event.event.content, resumption.lines.isEmpty,
        resumption.until == nil
      else { return nil }
      let company = known.registrations.end(of: resumption.company)
      return (company, TimeOrder(event), resumption.markets)
    }
  }

  /// The markets of an act to which the company has not come back since.
  func marketsLeft(by act: FollowingAct) -> [Market] {
    let order = TimeOrder(act.event)
    let back = events.filter { $0.company == act.company && $0.order > order }.flatMap(\.markets)
    return act.event.event.content.markets.filter { !back.contains($0) }
  }
}

extension AddressedCompany {
  /// The status of a measure in force for the company, at the earliest since the step that addresses
  /// it; nil if it is not in force or does not address the company.
  fileprivate func force(of life: MeasureLife) -> MeasureLife.Standing? {
    var standing = standing(in: life)
    guard standing.status == .inForce, let (_, step) = addressing(by: life) else { return nil }
    if let since = standing.since, FuzzyDate.beginsBefore(since, step.day) {
      standing.since = step.day
    }
    return standing
  }
}

extension MeasureLife {
  /// Whether it can forbid a company to withdraw.
  fileprivate var forbidsWithdrawal: Bool {
    let measure = founding.measure
    return measure.push == .stay
      && (measure.instrument == .countermeasure || measure.instrument == .blockingRule)
  }

  /// Whether it applies in one of these markets; an act for markets at large does in each.
  fileprivate func applies(inAnyOf markets: [Market]) -> Bool {
    markets.contains { market in
      market.isAtLarge || scope.markets.contains { $0 == market || $0.isAtLarge }
    }
  }
}

extension Event {
  /// Whether the company itself says it: an announcement, or an exit that it disclosed.
  fileprivate var isOwnWord: Bool {
    switch content {
    case .publicAnnouncement: true
    case .exit(let exit): exit.disclosed && exit.claimant == nil
    case .denial, .declinedComment, .complianceReview, .silentReduction, .continuedBusiness,
      .resumption, .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic,
      .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey, .correction,
      .retraction:
      false
    }
  }
}

extension Registrations {
  /// On whose word others report an event: the claimant, or else the publisher of the best evidence.
  fileprivate func reporter(of event: Event) -> String {
    event.content.claimant.map { words(of: $0) }
      ?? event.evidence.min { $0.grade.rank < $1.grade.rank }?.publisher ?? ""
  }
}

extension FuzzyDate {
  fileprivate static func beginsBefore(_ left: FuzzyDate, _ right: FuzzyDate) -> Bool {
    (left.earliest, left.latest) < (right.earliest, right.latest)
  }
}
