package import EventLog
package import Stances

extension PostureProjection {
  /// Why one company's posture in one market is what it is; nil if nothing of it counts.
  package static func explanation(
    of company: CompanyID, in market: Market, log: LogReader, clocks: Clocks
  ) throws -> Explanation? {
    let acting = ActingAmendments(try log.amendments(), within: clocks)
    var fold = PostureFold(tracing: true)
    try log.forEachMove(of: [company]) { _, found, move in
      guard found == market, clocks.includes(move), acting.admits(move) else { return }
      fold.apply(move)
    }
    guard
      let posture = try postures(in: log, clocks: clocks, companies: [company])
        .first(where: { $0.market == market })
    else { return nil }
    let finding = fold.finding(on: clocks)
    let steps = try fold.decisions.map { decision in
      try step(decision, finding: finding, log: log, acting: acting)
    }
    return Explanation(posture: posture, steps: steps)
  }

  private static func step(
    _ decision: Decision, finding: PostureFinding, log: LogReader, acting: ActingAmendments
  ) throws -> Explanation.Step {
    guard let event = try log.content(of: decision.position, acting: acting),
      let occurred = event.occurred, let published = event.published
    else { throw ProjectionError.missingEvent(position: decision.position) }
    var day = occurred
    if decision.field == .conduct, case .publicAnnouncement(let announcement) = event.content {
      day = announcement.effective ?? occurred
    }
    return Explanation.Step(
      event: event.id, type: event.content.type.rawValue, day: day, published: published,
      grade: event.evidence.bestGrade, field: decision.field, level: decision.level,
      overruledBy: decision.overruledBy ?? supersession(of: decision, finding: finding),
      correctedBy: try acting.correction(of: decision.position).flatMap {
        try log.ids(at: [$0]).first
      })
  }

  /// The rule by which a move that once set a field no longer does.
  private static func supersession(
    of decision: Decision, finding: PostureFinding
  ) -> OverrulingRule? {
    switch decision.field {
    case .voice: finding.voice.events.contains(decision.position) ? nil : .superseded
    case .review: finding.review.events.contains(decision.position) ? nil : .superseded
    case .conduct:
      finding.conduct?.events.contains(decision.position) == true ? nil : .superseded
    }
  }
}
