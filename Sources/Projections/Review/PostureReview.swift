import Stances

/// What a review finds in postures: on what they rest, and how long nothing has come.
struct PostureReview {
  private(set) var findings: [ReviewPoint] = []
  private let day: Day
  private let request: ReviewRequest

  /// Looks at postures, given what the events say that they rest on.
  init(
    of postures: [Posture], _ events: ReviewedEvents, on clocks: Clocks, _ request: ReviewRequest
  ) {
    day = clocks.to
    self.request = request
    for posture in postures {
      if let conduct = posture.conduct { look(at: conduct, of: posture, events) }
      look(at: posture)
    }
  }

  private mutating func look(
    at conduct: Posture.Conduct, of posture: Posture, _ events: ReviewedEvents
  ) {
    let sources = conduct.events.flatMap { events.evidence[$0] ?? [] }
    if let last = conduct.events.last, let first = sources.first {
      if sources.sources.count == 1 {
        find(
          posture, since: conduct.since,
          .onePublisher(level: conduct.level, publisher: first.source, event: last))
      }
      if sources.allSatisfy({ $0.origin != nil }) {
        let origins = sources.map(\.source).reduce(into: [String]()) {
          if !$0.contains($1) { $0.append($1) }
        }
        find(
          posture, since: conduct.since,
          .secondHandOnly(level: conduct.level, origins: origins, event: last))
      }
    }
    if !conduct.grade.isCredible {
      find(
        posture, since: conduct.since, .weak(level: conduct.level, grade: conduct.grade),
        weight: Int(conduct.grade.rank.number))
    }
    let contests = posture.contested.compactMap { events.dates[$0.event] }
      .sorted { $0.earliest < $1.earliest }
    if let first = contests.first {
      let since = first.earliest < conduct.since.earliest ? conduct.since : first
      if let days = daysIfLong(since: since) {
        find(
          posture, since: since,
          .contested(
            level: conduct.level, by: posture.contested.map(\.event), days: days), weight: days)
      }
    }
  }

  private mutating func look(at posture: Posture) {
    if let days = posture.overdue, days > 0, let due = posture.due {
      find(
        posture, since: due, .overdue(level: posture.voice.level, due: due, days: days),
        weight: days)
    }
    if posture.review.state == .open, let since = posture.review.since,
      let days = daysIfLong(since: since)
    {
      find(posture, since: since, .openReview(days: days), weight: days)
    }
    // Of a company that is out nothing more is to be reported.
    if posture.conduct?.level != .exited, let last = posture.lastEvidence,
      let days = daysIfLong(since: last)
    {
      find(posture, since: last, .quiet(days: days), weight: days)
    }
  }

  /// The days since the last day that a date may mean, if that is long ago.
  private func daysIfLong(since date: FuzzyDate) -> Int? {
    date.latest.days(until: day).flatMap { $0 > request.staleAfter ? $0 : nil }
  }

  private mutating func find(
    _ posture: Posture, since: FuzzyDate?, _ detail: ReviewPoint.Detail, weight: Int = 0
  ) {
    guard request.asks(detail.code) else { return }
    findings.append(
      ReviewPoint(
        subject: .posture(posture.company, posture.market), since: since, detail: detail,
        weight: weight))
  }
}
