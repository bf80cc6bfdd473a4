import EventLog
import Stances

/// What is worth a look in a record.
package struct RecordReview: Sendable {
  /// The name of the rules; if a finding changes, so does the name.
  package static let rules = "review/1"

  /// What is found and not acknowledged, strongest first.
  package let findings: [ReviewPoint]
  /// What is found and acknowledged for the day of the query, in the same order.
  package let acknowledged: [(finding: ReviewPoint, by: Acknowledgement)]
  /// At how many things each rule looked that was asked.
  package let lookedAt: [ReviewCode: Int]
  /// From how many days on something is long ago.
  package let staleAfter: Int
}

extension LogView {
  /// What is worth a look in the record as this query sees it.
  ///
  /// The events are read once, one after the other; what is kept of them are the findings, the pages
  /// and publishers, and what the postures rest on.
  ///
  /// - Throws: ``ReviewError`` for an acknowledgement, ``WatchError`` for a watch list of what the log does not have.
  package func review(_ request: ReviewRequest) throws -> RecordReview {
    let scope = try ReviewScope(in: self, watching: request.watch)
    let postures = try postures().filter(scope.has)
    var events = ReviewedEvents(of: postures, in: scope, on: clocks, request)
    try narrowed(to: nil).forEachKnownEvent { event in
      try log.gather(ReviewedEvents.estimatedBytes)
      events.take(event)
    }
    for acknowledgement in request.acknowledgements {
      try check(acknowledgement, among: events, request)
    }
    // A proposal is not about some companies only.
    let proposals = !scope.isNarrowed && request.asks(.waitingProposal) ? request.proposals : nil
    let found =
      events.findings + (proposals ?? []).compactMap { $0.finding(on: clocks.to) }
      + PostureReview(of: postures, events, on: clocks, request).findings
    return RecordReview(found, lookedAt: events.lookedAt, on: clocks.to, request)
  }

  /// Refuses an acknowledgement of something that the log does not have.
  private func check(
    _ given: Acknowledgement, among events: ReviewedEvents, _ request: ReviewRequest
  ) throws {
    let nearest: [String]
    switch given.code.kind {
    case .event:
      guard let id = EventID(given.subject) else {
        nearest = []
        break
      }
      if let event = try log.event(id), event.position <= clocks.at { return }
      nearest = try log.nearestEvents(to: id)
    case .page:
      if events.pages.knows(given.subject) { return }
      nearest = nearestNames(to: given.subject, among: events.pages.addresses)
    case .publisher:
      if events.publishers.knows(given.subject) { return }
      nearest = nearestNames(to: given.subject, among: events.publishers.spellings)
    case .measure:
      guard let measure = MeasureKey(given.subject),
        let others = try log.suggestions(for: measure, by: clocks.at)
      else {
        if MeasureKey(given.subject) != nil { return }
        nearest = []
        break
      }
      nearest = others
    case .proposal:
      let names = request.proposals?.map(\.name)
      if names?.contains(given.subject) ?? true { return }
      nearest = nearestNames(to: given.subject, among: names ?? [])
    case .company:
      if events.companies.knows(given.subject) { return }
      nearest = nearestNames(to: given.subject, among: events.companies.slugs)
    case .posture:
      let parts = given.subject.split(separator: " ").map(String.init)
      let slug = parts.first ?? ""
      let isMarket = parts.count == 2 && (try? Market(code: parts[1])) != nil
      if isMarket, events.companies.knows(slug) { return }
      // Of a company that is known, the market is missing or not one.
      nearest =
        events.companies.knows(slug)
        ? try narrowed(to: CompanyID(slug).map { [$0] }).postures()
          .map { ReviewSubject.posture($0.company, $0.market).text }
        : nearestNames(to: slug, among: events.companies.slugs)
    }
    throw ReviewError.unknownSubject(
      place: given.place, code: given.code, subject: given.subject, nearest: nearest)
  }
}

extension RecordReview {
  /// What was found, without what is acknowledged for a day.
  fileprivate init(
    _ found: [ReviewPoint], lookedAt: [ReviewCode: Int], on day: Day, _ request: ReviewRequest
  ) {
    let current = Dictionary(
      request.acknowledgements.filter { day < $0.until }.map { (Key($0.code, $0.subject), $0) }
    ) { $0.until < $1.until ? $1 : $0 }
    let ordered = found.sorted(by: ReviewPoint.precedes)
    let keyed = ordered.map { (finding: $0, by: current[Key($0.code, $0.subject.text)]) }
    findings = keyed.filter { $0.by == nil }.map(\.finding)
    acknowledged = keyed.compactMap { finding, by in by.map { (finding, $0) } }
    self.lookedAt = lookedAt.filter { request.asks($0.key) }
    staleAfter = request.staleAfter
  }

  /// What an acknowledgement and its finding have in common.
  private struct Key: Hashable {
    let code: ReviewCode
    let subject: String

    init(_ code: ReviewCode, _ subject: String) {
      self.code = code
      self.subject = code.kind == .page ? String(Capture.page(of: subject)) : subject
    }
  }
}
