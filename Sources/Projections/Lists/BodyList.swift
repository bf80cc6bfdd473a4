import EventLog
package import Stances

/// One body of a log: who it is, and how much it is recorded to have said and done.
package struct ListedBody: Sendable {
  /// The body.
  package let body: BodyID
  /// Its name for readers; its slug if no registration counts.
  package let name: String
  /// The country or market that it speaks for.
  package let jurisdiction: Market?
  /// What kind of body it is, as registered.
  package let kind: String?
  /// The body of which it is a part.
  package let partOf: BodyID?
  /// Of how many measures some step is its own.
  package let measures: Int
  /// How many statements it made.
  package let statements: Int
  /// The events that concern it.
  package let tally: EventTally
}

extension LogView {
  /// Every body that the query knows of.
  ///
  /// - Parameters:
  ///   - jurisdictions: only bodies of these; all if there are none.
  ///   - order: what comes first.
  ///   - after: the body after which the part begins; nil for the start.
  ///   - limit: at most so many.
  /// - Returns: the part of the list, and how many bodies each jurisdiction has, the most first.
  /// - Throws: ``EventLogError``.
  package func bodyList(
    of jurisdictions: [Market], by order: ListOrder, after: BodyID?, atMost limit: Int
  ) throws -> (part: NamePart<ListedBody>, jurisdictions: [(value: Market, count: Int)]) {
    let all = try listedBodies().sorted {
      order.precedes(($0.tally, $0.name, $0.body.text), ($1.tally, $1.name, $1.body.text))
    }
    let shown = all.filter { body in
      jurisdictions.isEmpty || body.jurisdiction.map(jurisdictions.contains) ?? false
    }
    let counts: [Market: Int] = all.compactMap(\.jurisdiction)
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return (
      NamePart(of: shown, after: after?.text, atMost: limit) { $0.body.text },
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    )
  }

  private func listedBodies() throws -> [ListedBody] {
    var measures: [BodyID: Set<MeasureKey>] = [:]
    var statements: [BodyID: Int] = [:]
    let tallies = try tallies(of: \.concernedBodies) { event in
      switch event.content {
      case .governmentMeasure(let step): measures[step.body, default: []].insert(step.measure)
      case .governmentStatement(let word): statements[word.body, default: 0] += 1
      default: break
      }
    }
    let registrations = try registrations()
    return Set(tallies.keys).union(registrations.allBodies).map { body in
      let registration = registrations.registration(of: body)
      return ListedBody(
        body: body, name: registration?.identity.name ?? body.text,
        jurisdiction: registration?.jurisdiction, kind: registration?.identity.sector,
        partOf: registration?.parent, measures: measures[body]?.count ?? 0,
        statements: statements[body] ?? 0, tally: tallies[body] ?? EventTally())
    }
  }
}
