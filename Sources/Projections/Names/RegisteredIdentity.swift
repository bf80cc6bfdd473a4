import EventLog
package import Stances

/// A company or body with every name under which texts may speak of it.
package struct RegisteredIdentity: Hashable, Sendable {
  /// Who has the names.
  package enum Entity: Hashable, Sendable {
    case company(CompanyID)
    case body(BodyID)
  }

  /// Who has the names.
  package let entity: Entity
  /// Its names, of all its registrations, in all languages, without tickers.
  package private(set) var names: [String]
  /// Whose body it is; nil for a company.
  package let jurisdiction: Market?

  /// Someone with some names.
  package init(_ entity: Entity, names: [String], jurisdiction: Market? = nil) {
    (self.entity, self.names, self.jurisdiction) = (entity, names, jurisdiction)
  }

  fileprivate mutating func add(_ identity: Identity) {
    for name in identity.allNames where !names.contains(name) { names.append(name) }
  }
}

extension LogView {
  /// Every company and body with all its names, as the query knows them, in the order in which they
  /// were first registered.
  ///
  /// - Throws: ``EventLogError``.
  package func identities() throws -> [RegisteredIdentity] {
    var found: [RegisteredIdentity] = []
    var places: [RegisteredIdentity.Entity: Int] = [:]
    for event in try facts.registrations(on: clocks) where clocks.couldKnow(event.published) {
      let registered: RegisteredIdentity
      let identity: Identity
      switch event.content {
      case .companyRegistered(let company):
        (registered, identity) = (.init(.company(company.company), names: []), company.identity)
      case .bodyRegistered(let body):
        identity = body.identity
        registered = .init(.body(body.body), names: [], jurisdiction: body.jurisdiction)
      default: continue
      }
      let place = places[registered.entity] ?? found.count
      if place == found.count {
        places[registered.entity] = place
        found.append(registered)
      }
      found[place].add(identity)
    }
    return found
  }
}
