import EventLog
package import Stances

/// An entity that a name may mean.
package struct NameMatch: Hashable, Sendable {
  /// What has the name.
  package enum Entity: Hashable, Sendable {
    case company(CompanyID)
    case body(BodyID)
    case measure(MeasureKey)
  }

  /// How near the name is to what was looked for, nearest first.
  package enum Nearness: String, Term, Comparable {
    case same, begins, contains, alike

    /// Nearer comes first.
    package static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// What has the name.
  package let entity: Entity
  /// The name under which it is registered in the query, or a measure's title.
  package let name: String
  /// The name, alias, ticker or slug that was found.
  package let found: String
  /// How near it is.
  package let nearness: Nearness
}

extension LogView {
  /// What a text may mean, nearest first; each entity once.
  ///
  /// Companies, bodies and measures are found by any name that they had, in any script, as the
  /// query knows them: withdrawn names are not found, and corrected ones only as corrected. Names
  /// that were replaced within the query's clocks are found as well. Registrations depend on the
  /// log and the public clock, measures on all three.
  ///
  /// - Parameter text: a name or a part of one, compared as the eye takes it: see `looks`.
  /// - Returns: matches; equally near ones are in the order of their names.
  /// - Throws: ``EventLogError``.
  package func matches(of text: String) throws -> [NameMatch] {
    let sought = looks(text)
    guard !sought.isEmpty else { return [] }
    let names = try NamedEntities(
      registrations: facts.registrations(on: clocks).filter { clocks.couldKnow($0.published) },
      steps: known([.measureSteps]).reached)
    let close = try Set(
      nearestNames(to: sought, among: names.allNames, limit: 20, checking: log.checkTime))
    return try names.entities.compactMap { named in
      try log.checkTime()
      let nearest = named.names.compactMap { name -> (NameMatch.Nearness, String)? in
        NameMatch.Nearness(of: looks(name), to: sought, isAlike: close.contains(name))
          .map { ($0, name) }
      }
      .min { $0.0 < $1.0 }
      return nearest.map { nearness, name in
        NameMatch(entity: named.entity, name: named.current, found: name, nearness: nearness)
      }
    }
    .sorted { ($0.nearness, $0.name, $0.found) < ($1.nearness, $1.name, $1.found) }
  }
}

extension NameMatch.Nearness {
  /// How near a name is to the search text, both folded; nil if it is not.
  fileprivate init?(of name: String, to sought: String, isAlike: Bool) {
    if name == sought {
      self = .same
    } else if name.hasBytes(sought) {
      self = .begins
    } else if name.hasBytesInside(sought) {
      self = .contains
    } else if isAlike {
      self = .alike
    } else {
      return nil
    }
  }
}

/// Every entity in a log that has a name.
private struct NamedEntities {
  struct Named {
    let entity: NameMatch.Entity
    /// The latest name.
    var current: String
    /// Every name that it ever had, and its slug.
    var names: [String]
  }

  private(set) var entities: [Named] = []
  private var places: [NameMatch.Entity: Int] = [:]

  init(registrations: [Event], steps: [KnownEvent]) {
    for event in registrations + steps.sorted(by: { $0.position < $1.position }).map(\.event) {
      switch event.content {
      case .companyRegistered(let company):
        add(.company(company.company), slug: company.company.text, company.identity)
      case .bodyRegistered(let body):
        add(.body(body.body), slug: body.body.text, body.identity)
      case .governmentMeasure(let measure):
        add(.measure(measure.measure), measure.title, [measure.title, measure.measure.text])
      default: break
      }
    }
  }

  var allNames: [String] { entities.flatMap(\.names) }

  private mutating func add(_ entity: NameMatch.Entity, slug: String, _ identity: Identity) {
    let names = identity.names.map(\.name) + identity.aliases + identity.tickers
    add(entity, identity.name, [identity.name, slug] + names)
  }

  private mutating func add(_ entity: NameMatch.Entity, _ current: String, _ names: [String]) {
    guard let place = places[entity] else {
      places[entity] = entities.count
      entities.append(Named(entity: entity, current: current, names: names))
      return
    }
    entities[place].current = current
    entities[place].names += names.filter { !entities[place].names.contains($0) }
  }
}
