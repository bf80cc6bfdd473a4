import EventLog
package import Stances

/// What addressed one company on a day, by push and by source.
package struct CompanyPressure: Hashable, Sendable {
  /// The company that is addressed.
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  /// Everything that then addressed it, in order of time.
  package let items: [Item]
  /// Whether there was more, before these items.
  package var isPart = false

  /// One source of pressure.
  package struct Item: Hashable, Sendable {
    /// The kind of pressure.
    package enum Source: Hashable, Sendable {
      /// A measure, with its status.
      case measure(MeasureKey, status: MeasureStatus)
      /// A statement by a body.
      case statement(GovernmentStatement.Act)
      /// Suppliers, customers, investors or the public.
      case pressure(Stances.Pressure.Role)
    }

    /// The kind of pressure, with its details.
    package let source: Source
    /// The event that addresses the company.
    package let event: EventID
    /// Who exerts the pressure, for readers.
    package let by: String
    /// How the company is addressed; the narrowest way.
    package let way: Addressees.Way
    /// What it moves companies to do.
    package let push: Push
    /// The markets that it is about.
    package let markets: [Market]
    /// The date from which it counts, as given.
    package let since: FuzzyDate
    /// What was done, as one neutral sentence without the actor's name.
    package let summary: String
  }

  /// How many items push each way.
  package func count(_ push: Push) -> Int { items.count { $0.push == push } }
}

/// What addressed one company on the day of a query.
package enum PressureProjection {
  /// The measures in force, and the statements and pressure made by then, that addressed the
  /// company by name, by its sector, by its country, or with all; the last ones, up to a limit.
  ///
  /// `members` are the companies that are part of it, which may be addressed in its place.
  package static func pressure(
    on company: CompanyID, with members: [CompanyID] = [], in known: KnownEvents,
    atMost limit: Int = .max
  ) -> CompanyPressure {
    let target = AddressedCompany(
      companies: members.isEmpty ? [company] : members,
      registration: known.registrations.registration(of: company))
    let sentences = EventSentence(registrations: known.registrations)
    let events = Dictionary(
      known.events.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [(order: TimeOrder, item: CompanyPressure.Item)] = []
    for (key, life) in known.measureLives {
      guard let (way, step) = target.addressing(by: life), let event = events[step.position]
      else { continue }
      let item = CompanyPressure.Item(
        source: .measure(key, status: target.standing(in: life).status), event: step.event,
        by: sentences.actor(of: event.event.content), way: way, push: life.founding.measure.push,
        markets: life.scope.markets, since: step.day,
        summary: sentences.text(of: event.event) ?? life.founding.measure.title)
      found.append((TimeOrder(event, on: step.day), item))
    }
    for event in known.reached {
      guard let item = target.item(for: event.event, sentences) else { continue }
      found.append((TimeOrder(event), item))
    }
    return CompanyPressure(
      company: company, name: known.registrations.name(of: company),
      items: found.sorted { $0.order < $1.order }.suffix(limit).map(\.item),
      isPart: found.count > limit)
  }
}

extension LogView {
  /// What addressed a company; of more than so many, the last ones.
  package func pressure(on company: CompanyID, atMost limit: Int = .max) throws -> CompanyPressure {
    let view = narrowed(to: [company])
    let members = try view.merged().members(of: company)
    return PressureProjection.pressure(
      on: company, with: members, in: try view.known(of: members, addressedAs: company, limit),
      atMost: limit)
  }

  /// What the query knows of the events of companies that are one, of measures, and of what
  /// addresses them: of statements and pressure to many companies at least the last ones.
  func known(
    of members: [CompanyID], addressedAs company: CompanyID, _ limit: Int
  ) throws -> KnownEvents {
    let own = members.map(EventFilter.company) + [.measureSteps]
    guard limit < .max, let spells = KeptSpells(for: self) else {
      return try known(own + EventFilter.addressingMany)
    }
    let registration = try known(own).registrations.registration(of: company)
    let lists =
      [MomentList.addressingAll]
      + (registration?.identity.sector.map { [.addressing(sector: $0)] } ?? [])
      + (registration?.country.map { [.addressing(country: $0)] } ?? [])
    let addressing = try spells.lookUpAtHead { reader in
      try lists.flatMap {
        try positions(in: $0, .backward(before: nil), atMost: limit + 1, reader)
      }
    }
    guard let addressing else { return try known(own + EventFilter.addressingMany) }
    return KnownEvents(try recorded(at: addressing, and: own), on: clocks)
  }
}

extension AddressedCompany {
  /// A statement or pressure that addresses the company; nil for any other event.
  fileprivate func item(for event: Event, _ sentences: EventSentence) -> CompanyPressure.Item? {
    let source: CompanyPressure.Item.Source
    let push: Push
    switch event.content {
    case .governmentStatement(let statement):
      (source, push) = (.statement(statement.act), statement.push)
    case .pressure(let pressure):
      (source, push) = (.pressure(pressure.role), pressure.push)
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .governmentMeasure, .tradeStatistic,
      .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey, .correction,
      .retraction:
      return nil
    }
    let addressees = event.content.addressees
    guard let occurred = event.occurred, let summary = sentences.text(of: event),
      let way = way(in: addressees)
    else { return nil }
    return CompanyPressure.Item(
      source: source, event: event.id, by: sentences.actor(of: event.content), way: way,
      push: push, markets: event.content.markets, since: occurred, summary: summary)
  }
}
