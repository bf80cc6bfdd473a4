import EventLog
package import Stances

/// Why a posture is what it is: each move of the company in the market and what it did.
package struct Explanation: Sendable {
  /// The posture that is explained.
  package let posture: Posture
  /// The steps of the fold, in its order.
  package let steps: [Step]

  /// One event's effect on one field.
  package struct Step: Hashable, Sendable {
    /// The event that was folded.
    package let event: EventID
    /// The type of the event, as written.
    package let type: String
    /// The day it counts from, as given.
    package let day: FuzzyDate
    /// When anyone could have known it, as given.
    package let published: FuzzyDate
    /// The best grade of its evidence.
    package let grade: AdmiraltyGrade
    /// The part of the posture that it bears on.
    package let field: Decision.Field
    /// The level said or claimed, where there is one.
    package let level: Level?
    /// The rule that overruled it; nil where it set the field and still does.
    package let overruledBy: OverrulingRule?
    /// The acting correction that gave it its present content.
    package let correctedBy: EventID?
  }
}

extension LogView {
  /// Why one company's posture in one market is what it is; nil if nothing of it counts.
  package func explanation(of company: CompanyID, in market: Market) throws -> Explanation? {
    let view = narrowed(to: [company])
    let acting = try view.acting()
    var fold = PostureFold(by: clocks.rules, tracing: true)
    try view.forEachMove { subject, move in
      guard subject.market == market, clocks.includes(move), try acting.admits(move) else { return }
      fold.apply(move)
    }
    fold.finish()
    guard let posture = try view.postures().first(where: { $0.market == market }) else {
      return nil
    }
    let finding = fold.finding(on: clocks)
    let steps = try fold.decisions.map { try view.step($0, finding: finding) }
    return Explanation(posture: posture, steps: steps)
  }

  private func step(_ decision: Decision, finding: PostureFinding) throws -> Explanation.Step {
    guard let event = try log.content(of: decision.position, acting: acting()),
      let occurred = event.occurred, let published = event.published
    else { throw ProjectionError.missingEvent(position: decision.position) }
    var day = occurred
    if decision.field == .conduct, case .publicAnnouncement(let announcement) = event.content {
      day = announcement.effective ?? occurred
    }
    return Explanation.Step(
      event: event.id, type: event.content.type.rawValue, day: day, published: published,
      grade: event.evidence.bestGrade, field: decision.field, level: decision.level,
      overruledBy: decision.overruledBy ?? finding.supersession(of: decision),
      correctedBy: try acting().correction(of: decision.position).flatMap {
        try log.ids(at: [$0]).first
      })
  }
}

extension PostureFinding {
  /// The rule by which a move that once set a field no longer does.
  fileprivate func supersession(of decision: Decision) -> OverrulingRule? {
    switch decision.field {
    case .voice: voice.events.contains(decision.position) ? nil : .superseded
    case .review: review.events.contains(decision.position) ? nil : .superseded
    case .conduct:
      if conduct?.events.contains(decision.position) == true {
        nil
      } else {
        trimmed.contains(decision.position) ? .trimmedWeak : .superseded
      }
    }
  }
}
