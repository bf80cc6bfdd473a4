package import Stances

/// Who is who in one query: of several registrations the one that counts on its day.
package struct Registrations: Sendable {
  private struct Dated<Content: Sendable>: DatedRegistration, Sendable {
    let content: Content
    let since: DayRange?
  }

  private var companies: [CompanyID: [Dated<CompanyRegistration>]] = [:]
  private var bodies: [BodyID: [Dated<BodyRegistration>]] = [:]
  /// What the log is registered as, by the last of its registrations; nil if it is not.
  package private(set) var log: LogRegistration?
  /// The query's clocks, of which the valid one may move.
  var clocks: Clocks

  /// Without any registration yet.
  package init(on clocks: Clocks) {
    self.clocks = clocks
  }

  /// Takes in a registration recorded after all those before; any other event changes nothing.
  package mutating func register(_ event: Event) {
    let since = event.occurred.map(DayRange.init(of:))
    if case .companyRegistered(let registration) = event.content {
      companies[registration.company, default: []]
        .append(Dated(content: registration, since: since))
    } else if case .bodyRegistered(let registration) = event.content {
      bodies[registration.body, default: []].append(Dated(content: registration, since: since))
    } else if case .logRegistered(let registration) = event.content {
      log = registration
    }
  }

  /// Every company that is registered.
  var allCompanies: some Collection<CompanyID> { companies.keys }

  /// Every body that is registered.
  var allBodies: some Collection<BodyID> { bodies.keys }

  /// The sectors of all companies on the query's day, each once, in alphabetic order.
  var sectors: [String] {
    Set(companies.keys.compactMap { registration(of: $0)?.identity.sector }).sorted()
  }

  /// The company's registration; nil if none counts.
  package func registration(of company: CompanyID) -> CompanyRegistration? {
    companies[company]?.current(on: clocks)?.content
  }

  /// The body's registration; nil if none counts.
  package func registration(of body: BodyID) -> BodyRegistration? {
    bodies[body]?.current(on: clocks)?.content
  }

  /// The company that a company is part of now; itself if of none.
  func end(of company: CompanyID) -> CompanyID {
    guard clocks.rules.datesRegistrations else { return company }
    return endOfSteps(from: company) {
      companies[$0]?.current(on: clocks).flatMap {
        $0.hasBegun(on: clocks) ? $0.content.mergedInto : nil
      }
    }
  }

  /// Every company that is part of no other, with all those that are part of it.
  var groups: [CompanyID: [CompanyID]] {
    Dictionary(grouping: companies.keys) { end(of: $0) }
      .reduce(into: [:]) { groups, group in
        groups[group.key] = [group.key] + group.value.filter { $0 != group.key }.sorted()
      }
  }

  /// A company with all those that are part of it.
  func members(of company: CompanyID) -> [CompanyID] {
    [company] + companies.keys.filter { $0 != company && end(of: $0) == company }.sorted()
  }

  /// The claimant's name for readers, as in "Ivan Petrov (Ministry of Industry)".
  func words(of claimant: Claimant) -> String {
    let body = claimant.body.map { name(of: $0) }
    return claimant.name.map { $0 + (body.map { " (\($0))" } ?? "") } ?? body ?? ""
  }

  /// The company's name for readers; its slug if no registration counts.
  package func name(of company: CompanyID) -> String {
    registration(of: company)?.identity.name ?? company.text
  }

  /// The body's name for readers; its slug if no registration counts.
  package func name(of body: BodyID) -> String {
    registration(of: body)?.identity.name ?? body.text
  }
}

extension LogView {
  /// Who is who in this query, of all that the log registers and the query can know.
  func registrations() throws -> Registrations {
    var registrations = Registrations(on: clocks)
    for event in try facts.registrations(on: clocks) where clocks.couldKnow(event.published) {
      registrations.register(event)
    }
    return registrations
  }
}
