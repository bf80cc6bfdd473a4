package import EventLog
package import Stances

/// What pictures over time show.
package enum TimePictureProjection {
  /// The part of the picture that lies behind the day of the query, at most.
  private static let partAhead = 0.2

  /// Everything about some companies, or about all companies and governments, from the first day
  /// on which something happened; `first` leaves out what was before it.
  package static func picture(
    in log: LogReader, clocks: Clocks, from first: Day? = nil, companies: [CompanyID]? = nil
  ) throws -> TimePictureData {
    let filters = companies.map { $0.map(EventFilter.company) } ?? [EventFilter()]
    let recorded = try RecordedEvents(filters, upTo: clocks.at, in: log)
    let known = KnownEvents(recorded, on: clocks)
    return try picture(
      of: known, among: recorded, entries: TimelineProjection.entries(in: known),
      courses: try CourseProjection.courses(in: log, clocks: clocks, companies: companies),
      measures: CourseProjection.measures(in: known), in: log, from: first, companies: companies)
  }

  /// The picture of what was found already for the same query, over all days; only what lies
  /// behind the query is still looked for.
  static func picture(
    of known: KnownEvents, among recorded: RecordedEvents, entries: [TimelineEntry],
    courses: [PostureCourse], measures: [MeasureCourse], in log: LogReader,
    from first: Day? = nil, companies: [CompanyID]? = nil
  ) throws -> TimePictureData {
    var open = known.clocks
    (open.to, open.knownBy) = (.distantFuture, nil)
    let all = known.clocks.knownBy == nil ? known : KnownEvents(recorded, on: open)
    let days = days(of: known, all: all, from: first)
    open.to = days.latest
    let later = all.moved(to: days.latest)
    let isAll = open == known.clocks
    let courses = courses.compactMap { $0.cut(from: days.earliest) }
    let measures = measures.compactMap { $0.cut(from: days.earliest) }
    return TimePictureData(
      days: days, courses: courses,
      later: isAll
        ? courses
        : try CourseProjection.courses(
          in: log, clocks: open, from: days.earliest, companies: companies),
      measures: measures,
      laterMeasures: isAll ? measures : CourseProjection.measures(in: later, from: days.earliest),
      entries: entries.filter { $0.occurred.latest >= days.earliest }
        .map { .init(entry: $0, isKnown: true) }
        + (isAll ? [] : coming(known: known, later: later, days: days)),
      jurisdictions: later.jurisdictions, trade: TradeProjection.figures(in: known))
  }

  /// From the first event that a reader would look for to a little after the day of the query.
  ///
  /// A law of long ago does not stretch the picture: what stands since then begins at its edge.
  private static func days(of known: KnownEvents, all: KnownEvents, from first: Day?) -> DayRange {
    let to = known.clocks.to
    var starts: (moves: Day?, measures: Day?)
    for event in known.reached {
      guard let day = event.event.occurred?.earliest, !day.isOpenEnd else { continue }
      if event.event.content.type == .governmentMeasure {
        starts.measures = min(starts.measures ?? day, day)
      } else {
        starts.moves = min(starts.moves ?? day, day)
      }
    }
    let start = min(first ?? starts.moves ?? starts.measures ?? to.adding(days: -30), to)
    let length = start.days(until: to) ?? 0
    let ahead = to.adding(days: max(14, Int(Double(length) * partAhead)))
    let coming = all.events.flatMap { event in
      [event.event.occurred?.earliest, event.event.effectiveDay].compactMap(\.self)
    }
    let last = coming.filter { $0 > to && $0 <= ahead }.max() ?? to
    return DayRange(earliest: start, latest: last)
  }

  /// What the query does not know of, or not yet.
  private static func coming(
    known: KnownEvents, later: KnownEvents, days: DayRange
  ) -> [TimePictureData.Entry] {
    let positions = Set(known.reached.map(\.position))
    let sentences = EventSentence(registrations: later.registrations)
    return later.reached.compactMap { event in
      guard !positions.contains(event.position), let occurred = event.event.occurred,
        occurred.latest >= days.earliest
      else { return nil }
      return TimelineEntry(event.event, sentences).map { .init(entry: $0, isKnown: false) }
    }
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
