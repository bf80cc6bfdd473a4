package import EventLog
package import Stances

/// What pictures over time show.
package enum PanoramaProjection {
  /// The part of the picture that lies behind the day of the query, at most.
  private static let partAhead = 0.2

  /// Everything about some companies, or about all companies and governments, from the first day
  /// on which something happened; `first` leaves out what was before it.
  package static func panorama(
    in log: LogReader, clocks: Clocks, from first: Day? = nil, companies: [CompanyID]? = nil
  ) throws -> Panorama {
    let filters = companies.map { $0.map(EventFilter.company) } ?? [EventFilter()]
    let recorded = try RecordedEvents(filters, upTo: clocks.at, in: log)
    let known = KnownEvents(recorded, on: clocks)
    var open = clocks
    (open.to, open.knownBy) = (.distantFuture, nil)
    let all = KnownEvents(recorded, on: open)
    let days = days(of: known, all: all, from: first)
    open.to = days.latest
    let later = KnownEvents(recorded, on: open)
    return Panorama(
      days: days,
      courses: try CourseProjection.courses(
        in: log, clocks: clocks, from: days.earliest, companies: companies),
      later: try CourseProjection.courses(
        in: log, clocks: open, from: days.earliest, companies: companies),
      measures: CourseProjection.measures(in: known, from: days.earliest),
      laterMeasures: CourseProjection.measures(in: later, from: days.earliest),
      entries: entries(known: known, later: later, days: days),
      jurisdictions: later.jurisdictions, trade: TradeProjection.figures(in: known))
  }

  /// From the first event that a reader would look for to a little after the day of the query.
  ///
  /// A law of long ago does not stretch the picture: what stands since then begins at its edge.
  private static func days(of known: KnownEvents, all: KnownEvents, from first: Day?) -> DayRange {
    let to = known.clocks.to
    let moves = known.reached.filter { $0.event.content.type != .governmentMeasure }
    let starts = (moves.isEmpty ? known.reached : moves)
      .compactMap { $0.event.occurred?.earliest }.filter { !$0.isOpenEnd }
    let start = min(first ?? starts.min() ?? to.adding(days: -30), to)
    let length = start.days(until: to) ?? 0
    let ahead = to.adding(days: max(14, Int(Double(length) * partAhead)))
    let coming = all.events.flatMap { event in
      [event.event.occurred?.earliest, event.event.effectiveDay].compactMap(\.self)
    }
    let last = coming.filter { $0 > to && $0 <= ahead }.max() ?? to
    return DayRange(earliest: start, latest: last)
  }

  private static func entries(
    known: KnownEvents, later: KnownEvents, days: DayRange
  ) -> [Panorama.Entry] {
    let reached = known.reached
    let positions = Set(reached.map(\.position))
    func entries(_ events: [KnownEvent], of known: KnownEvents, isKnown: Bool) -> [Panorama.Entry] {
      let sentences = EventSentence(registrations: known.registrations)
      return events.compactMap { event in
        guard let occurred = event.event.occurred, occurred.latest >= days.earliest else {
          return nil
        }
        return TimelineEntry(event.event, sentences).map { .init(entry: $0, isKnown: isKnown) }
      }
    }
    return entries(reached, of: known, isKnown: true)
      + entries(
        later.reached.filter { !positions.contains($0.position) }, of: later, isKnown: false)
  }
}

extension KnownEvents {
  /// The jurisdictions of the bodies of statements.
  fileprivate var jurisdictions: [EventID: Market] {
    events.reduce(into: [:]) { found, known in
      guard case .governmentStatement(let statement) = known.event.content else { return }
      found[known.event.id] = registrations.registration(of: statement.body)?.jurisdiction
    }
  }
}

extension Event {
  /// The first day on which what was announced is due, or a measure takes effect.
  fileprivate var effectiveDay: Day? {
    switch content {
    case .publicAnnouncement(let announcement): announcement.effective?.earliest
    case .governmentMeasure(let measure): measure.effective?.earliest
    case .denial, .declinedComment, .complianceReview, .silentReduction, .continuedBusiness,
      .resumption, .exit, .governmentStatement, .pressure, .tradeStatistic, .companyRegistered,
      .bodyRegistered, .logKey, .correction, .retraction:
      nil
    }
  }
}
