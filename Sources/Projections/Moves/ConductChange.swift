package import Stances

/// One change in what a company does in a market, as the log of a query has it.
package struct ConductChange: Hashable, Sendable {
  /// The company that moved.
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  /// The market in which it moved.
  package let market: Market
  /// The level before; nil if it was not known.
  package let before: Level?
  /// What the company has done since, on whose word and by which events.
  package let after: Posture.Conduct

  /// Whether the company went back on a step: from a deeper level to one less deep.
  package var isReversal: Bool { before.map { after.level.depth < $0.depth } ?? false }

  /// The push of a measure in the same direction.
  package var direction: Push {
    isReversal || (before == nil && after.level.depth <= 0) ? .stay : .withdraw
  }
}

/// How what companies do changed from day to day.
package enum ConductChangeProjection {
  /// Every change of level in the histories, in order of its day, then company and market.
  package static func changes(in histories: [PostureHistory]) -> [ConductChange] {
    histories.flatMap(\.conductChanges).sorted { left, right in
      (left.after.since.earliest, left.after.since.latest, left.company, left.market)
        < (right.after.since.earliest, right.after.since.latest, right.company, right.market)
    }
  }
}

extension PostureHistory {
  fileprivate var conductChanges: [ConductChange] {
    var before: Level?
    return periods.compactMap { period in
      guard let conduct = period.posture.conduct, conduct.level != before else { return nil }
      defer { before = conduct.level }
      return ConductChange(
        company: company, name: name, market: market, before: before, after: conduct)
    }
  }
}
