import EventLog
import Stances

/// Which events count differently for the postures of some companies in two queries.
struct CountedMoves {
  private var positions: [CompanyMarket: Set<Int64>] = [:]

  init(of companies: [CompanyID], in log: LogReader, before: Clocks, after: Clocks) throws {
    let ids = try log.companies()
    let amendments = try log.amendments()
    let actingBefore = ActingAmendments(amendments, within: before)
    let actingAfter = ActingAmendments(amendments, within: after)
    var found: [CompanyMarket: Set<Int64>] = [:]
    try log.forEachMove(of: companies) { company, market, move in
      let counted = before.includes(move) && actingBefore.admits(move)
      let counts = after.includes(move) && actingAfter.admits(move)
      guard counted != counts else { return }
      var causes: Set<Int64> = [move.position, move.source]
      let retractions = [actingBefore, actingAfter].map { $0.retraction(of: move.position) }
      if retractions[0] != retractions[1] { causes.formUnion(retractions.compactMap(\.self)) }
      guard let id = ids[company] else { throw ProjectionError.missingCompany(key: company) }
      let subject = CompanyMarket(id, market)
      found[subject, default: []].formUnion(causes)
    }
    positions = found
  }

  /// The positions that count differently for one posture, in order.
  func positions(for subject: CompanyMarket) -> [Int64] {
    (positions[subject] ?? []).sorted()
  }
}
