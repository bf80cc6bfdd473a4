import Stances

/// What an event says, as one neutral sentence made from its fields.
///
/// The actor's name comes before the sentence: "DJI" "announces that it suspends its business in
/// Russia and Ukraine". A sentence is never a verdict: what others report is "reported".
struct EventSentence {
  let registrations: Registrations

  /// The sentence; nil for a registration, capture, correction or retraction, which reports nothing that
  /// happened.
  func text(of event: Event) -> String? {
    switch event.content {
    case .publicAnnouncement(let announcement): text(of: announcement)
    case .denial(let denial): text(of: denial)
    case .declinedComment(let declined):
      "gives no answer when asked about \(places(declined.markets))"
    case .complianceReview(let review): text(of: review)
    case .silentReduction(let reduction): text(of: reduction) + reporter(of: event)
    case .continuedBusiness(let business): text(of: business) + reporter(of: event)
    case .resumption(let resumption):
      text(of: resumption) + (resumption.disclosed ? claimant(of: event) : reporter(of: event))
    case .exit(let exit):
      text(of: exit) + (exit.disclosed ? claimant(of: event) : reporter(of: event))
    case .governmentStatement(let statement): text(of: statement)
    case .governmentMeasure(let measure): text(of: measure)
    case .pressure(let pressure): text(of: pressure)
    case .tradeStatistic(let figure): text(of: figure)
    case .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey, .correction,
      .retraction:
      nil
    }
  }

  /// Who acts, for readers.
  func actor(of content: EventContent) -> String {
    switch content {
    case .pressure(let pressure):
      pressure.names.isEmpty
        ? pressure.role.plural : enumerated(pressure.names, conjunction: "and")
    case .tradeStatistic(let figure):
      switch figure.publisher {
      case .body(let body): registrations.name(of: body)
      case .named(let name): name
      }
    case .denial(let denial):
      denial.body.map(registrations.name(of:))
        ?? denial.company.map(registrations.name(of:)) ?? ""
    case .publicAnnouncement, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .governmentStatement, .governmentMeasure,
      .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey, .correction,
      .retraction:
      content.company.map(registrations.name(of:))
        ?? content.body.map(registrations.name(of:)) ?? ""
    }
  }

  // MARK: Parts of sentences

  /// The markets by name, as in "Russia and Ukraine".
  func places(_ markets: [Market]) -> String {
    enumerated(markets.map(place), conjunction: "and")
  }

  /// The market by name, as in "Russia".
  func place(_ market: Market) -> String {
    market.isAtLarge ? "markets at large" : market.englishName
  }

  /// On whose word the event rests: the claimant, and the best of its sources, as in ", according to
  /// the Embassy in Moscow, reported by Izvestia, citing Reuters".
  func reporter(of event: Event) -> String {
    let best = event.evidence.min { $0.grade.rank < $1.grade.rank }
    let source = best.map { source in
      ", reported by \(source.publisher)" + (source.origin.map { ", citing \($0)" } ?? "")
    }
    return claimant(of: event) + (source ?? "")
  }

  /// More countries than this are counted, not named.
  private static let mostCountries = 5

  /// The claimant behind the event, as in ", according to Ivan Petrov (Ministry of Industry)".
  func claimant(of event: Event) -> String {
    event.content.claimant.map { ", according to \(registrations.words(of: $0))" } ?? ""
  }

  /// Those addressed, as in "Huawei and Xiaomi" or "companies of China"; nil for no one in
  /// particular.
  func names(of addressees: Addressees) -> String? {
    if addressees.all { return "every company" }
    let groups =
      addressees.companies.map(registrations.name(of:))
      + addressees.sectors.map { "companies in \($0)" }
      + (addressees.countries.count > Self.mostCountries
        ? ["companies of \(addressees.countries.count) countries"]
        : addressees.countries.map { "companies of \($0.englishName)" })
    return groups.isEmpty ? nil : enumerated(groups, conjunction: "and")
  }
}

extension Pressure.Role {
  /// Those who exert pressure, if no names are known.
  fileprivate var plural: String {
    switch self {
    case .supplier: "suppliers"
    case .customer: "customers"
    case .investor: "investors"
    case .public: "the public"
    }
  }
}
