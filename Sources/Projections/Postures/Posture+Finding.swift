import Stances

/// A finding with whose it is.
struct FoundPosture {
  let subject: MoveSubject
  let finding: PostureFinding
}

extension Posture {
  /// Puts names and dates as given in the place of positions.
  init(_ found: FoundPosture, details: EventDetails, names: CompanyNames) throws {
    let finding = found.finding
    let ids = { (positions: [Int64]) in try positions.map(details.id) }
    self.init(
      company: try names.id(found.subject.company), name: try names.name(found.subject.company),
      market: found.subject.market,
      voice: Voice(
        kind: finding.voice.kind, level: finding.voice.level, depth: finding.voice.depth,
        since: try finding.voice.events.first.map { try details[$0].occurred },
        events: try ids(finding.voice.events)),
      conduct: try finding.conduct.map { try Conduct($0, details: details) },
      review: Review(
        state: finding.review.state,
        since: try finding.review.events.first.map { try details[$0].occurred },
        outcome: finding.review.state == .concluded
          ? try finding.review.events.last.flatMap { try details[$0].outcome } : nil,
        events: try ids(finding.review.events)),
      pledges: try finding.pledges.compactMap { pledge in
        let id = try details.id(pledge.position)
        let due = try details[pledge.position].effective
        return due.map { Pledge(event: id, level: pledge.level, due: $0) }
      },
      gap: finding.gap, reading: finding.reading, age: finding.age,
      due: try finding.voice.dueEvent.flatMap { try details[$0].effective },
      overdue: finding.overdue,
      contested: try finding.contested.map {
        Contest(event: try details.id($0.position), level: $0.level, rule: $0.rule)
      },
      lastEvidence: try finding.lastPublished.map { try details[$0].published })
  }
}

extension Posture.Conduct {
  fileprivate init(_ finding: ConductFinding, details: EventDetails) throws {
    guard let first = finding.events.first else { throw ProjectionError.missingEvent(position: 0) }
    let detail = try details[first]
    self.init(
      level: finding.level, basis: finding.basis,
      grade: AdmiraltyGrade(rank: finding.grade) ?? .notJudged,
      since: finding.sinceIsEffective ? detail.effective ?? detail.occurred : detail.occurred,
      events: try finding.events.map(details.id), seized: finding.seized)
  }
}
