import EventLog
import Stances

/// The companies that are registered, and which of them events name.
struct ReviewedCompanies {
  private struct Registered {
    let event: EventID
    let recorded: Day
  }

  private var registrations: Registrations
  /// The last registration of each company.
  private var registered: [CompanyID: Registered] = [:]
  private var named: Set<CompanyID> = []

  init(on clocks: Clocks) {
    registrations = Registrations(on: clocks)
  }

  /// Whether a company is registered or named by an event.
  func knows(_ slug: String) -> Bool {
    CompanyID(slug).map { registered[$0] != nil || named.contains($0) } ?? false
  }

  /// The slugs of the companies that are registered.
  var slugs: [String] { registered.keys.map(\.text) }

  /// Takes in a registration, or whom another event names.
  mutating func take(_ known: KnownEvent) {
    guard case .companyRegistered(let registration) = known.event.content else {
      registrations.register(known.event)
      named.formUnion(known.event.content.namedCompanies)
      return
    }
    registrations.register(known.event)
    registered[registration.company] = Registered(
      event: known.event.id, recorded: known.recorded.day)
  }

  /// What is found in each company.
  var findings: [(company: CompanyID, finding: ReviewPoint)] {
    let current = registered.keys.sorted().compactMap { registrations.registration(of: $0) }
    let owners = Set(current.flatMap { [$0.parent, $0.mergedInto].compactMap(\.self) })
    var found: [(CompanyID, ReviewPoint)] = []
    func find(_ company: CompanyID, _ detail: (EventID) -> ReviewPoint.Detail) {
      guard let place = registered[company] else { return }
      found.append(
        (
          company,
          ReviewPoint(
            subject: .company(company), since: try? FuzzyDate(place.recorded.description),
            detail: detail(place.event), weight: 0)
        ))
    }
    var bearers: [String: CompanyID] = [:]
    for registration in current {
      let (company, identity) = (registration.company, registration.identity)
      if !named.contains(company), !owners.contains(company), registration.mergedInto == nil {
        find(company) { .unnamed(name: identity.name, registration: $0) }
      }
      if identity.lei == nil, identity.wikidata == nil, identity.tickers.isEmpty {
        find(company) { .noIdentifier(name: identity.name, registration: $0) }
      }
      var others: Set<CompanyID> = []
      for name in identity.allNames {
        guard let other = bearers[looks(name)] else {
          bearers[looks(name)] = company
          continue
        }
        guard registrations.end(of: other) != registrations.end(of: company),
          others.insert(other).inserted
        else { continue }
        find(company) { .sharedName(name, with: other, registration: $0) }
      }
    }
    return found
  }
}
