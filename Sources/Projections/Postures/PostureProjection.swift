package import EventLog
package import Stances

/// Replays postures from the log's typed columns.
package enum PostureProjection {
  /// Every posture that the log holds something about, by company and market.
  ///
  /// One straight scan in fold order: memory grows with the answer, not with the log. `companies`
  /// asks for these alone.
  package static func postures(
    in log: LogReader, clocks: Clocks, companies: [CompanyID]? = nil
  ) throws -> [Posture] {
    let acting = ActingAmendments(try log.amendments(), within: clocks)
    var findings: [FoundPosture] = []
    try forEachFinding(in: log, clocks: clocks, acting: acting, companies: companies) {
      findings.append($0)
    }
    let details = try EventDetails(
      of: findings.reduce(into: EventReferences()) { $0.insert($1.finding) }, in: log,
      acting: acting)
    let names = try CompanyNames(in: log, at: clocks.at, acting: acting)
    return
      try findings
      .map { try Posture($0, details: details, names: names) }
      .sorted { ($0.company, $0.market) < ($1.company, $1.market) }
  }

  /// Passes the finding for each company and market of which some move counts.
  static func forEachFinding(
    in log: LogReader, clocks: Clocks, acting: ActingAmendments, companies: [CompanyID]?,
    _ body: (FoundPosture) -> Void
  ) throws {
    var fold = PostureFold()
    var subject: (company: Int64, market: Market)?
    func finish() {
      guard let subject, !fold.isEmpty else { return }
      body(
        FoundPosture(
          company: subject.company, market: subject.market, finding: fold.finding(on: clocks)))
    }
    try log.forEachMove(of: companies) { company, market, move in
      if subject?.company != company || subject?.market != market {
        finish()
        fold = PostureFold()
        subject = (company, market)
      }
      if clocks.includes(move), acting.admits(move) { fold.apply(move) }
    }
    finish()
  }
}

/// A finding with the log's own key of the company it is about.
struct FoundPosture {
  let company: Int64
  let market: Market
  let finding: PostureFinding
}

extension ActingAmendments {
  /// Whether a move holds the content that its event has in this query.
  func admits(_ move: Move) -> Bool {
    isEmpty ? move.source == move.position : source(of: move.position) == move.source
  }
}
