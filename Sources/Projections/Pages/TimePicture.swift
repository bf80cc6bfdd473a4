import EventLog
package import Stances

/// What a picture over time shows: all that a query knows, and after its day what it does not.
package struct TimePictureData: Sendable {
  /// The days from one end of the picture to the other.
  package let days: DayRange
  /// The course of postures up to the day of the query, by what it knows.
  package let histories: [PostureHistory]
  /// Their course up to the last day of the picture, by all that is known today.
  package let later: [PostureHistory]
  /// The course of measures up to the day of the query, by what it knows.
  package let measures: [MeasureHistory]
  /// Their course up to the last day of the picture, by all that is known today.
  package let laterMeasures: [MeasureHistory]
  /// What happened, in order of time.
  package let entries: [Entry]
  /// The jurisdiction of the body whose statement an event is.
  package let jurisdictions: [EventID: Market]
  /// The trade figures that the query knows of.
  package let trade: [TradeFigure]

  /// One event in the picture.
  package struct Entry: Hashable, Sendable {
    /// What happened.
    package let entry: TimelineEntry
    /// Whether the query knows of it.
    package let isKnown: Bool
  }
}

extension LogView {
  /// Everything about some companies, or about all companies and governments, from the first day
  /// on which something happened.
  package func timePicture() throws -> TimePictureData {
    if companies == nil { _ = try facts.holdMoves() }
    let recorded = try recorded(ownEvents())
    let known = KnownEvents(recorded, on: clocks)
    return try timePicture(
      of: known, among: recorded, entries: TimelineProjection.entries(in: known, contents),
      histories: postureHistories(), measures: known.measureHistories())
  }

  /// The picture of what was already found, over all days; only what comes after the query is still
  /// looked for.
  func timePicture(
    of known: KnownEvents, among recorded: RecordedEvents, entries: [TimelineEntry],
    histories: [PostureHistory], measures: [MeasureHistory]
  ) throws -> TimePictureData {
    var open = clocks
    (open.to, open.knownBy) = (.distantFuture, nil)
    let all = clocks.knownBy == nil ? known : KnownEvents(recorded, on: open)
    let days = known.pictureDays(all: all)
    open.to = days.latest
    let later = all.moved(to: days.latest)
    let isAll = open == clocks
    let shown = contents.narrows ? Set(all.steps(contents).values) : nil
    func narrowed(_ measures: [MeasureHistory]) -> [MeasureHistory] {
      shown.map { shown in measures.filter { shown.contains($0.measure) } } ?? measures
    }
    let histories = histories.compactMap { $0.cut(from: days.earliest) }
    let measures = measures.compactMap { $0.cut(from: days.earliest) }
    return TimePictureData(
      days: days, histories: histories,
      later: isAll ? histories : try moved(to: open).postureHistories(from: days.earliest),
      measures: narrowed(measures),
      laterMeasures: narrowed(
        isAll ? measures : later.measureHistories(from: days.earliest)),
      entries: entries.filter { $0.occurred.latest >= days.earliest }
        .map { .init(entry: $0, isKnown: true) }
        + (isAll ? [] : known.coming(later: later, days: days, contents)),
      jurisdictions: later.jurisdictions, trade: TradeProjection.figures(in: known))
  }
}

/// The largest part of the picture that may come after the day of the query.
private let partAhead = 0.2

extension KnownEvents {
  /// From the first event that a reader would look for to shortly after the day of the query.
  ///
  /// A law of long ago does not stretch the picture: what has been in force since then begins at
  /// its edge.
  fileprivate func pictureDays(all: KnownEvents) -> DayRange {
    let to = clocks.to
    var starts: (moves: Day?, measures: Day?)
    for event in reached {
      guard let day = event.event.occurred?.earliest, !day.isOpenEnd else { continue }
      if event.event.content.type == .governmentMeasure {
        starts.measures = min(starts.measures ?? day, day)
      } else {
        starts.moves = min(starts.moves ?? day, day)
      }
    }
    let start = min(starts.moves ?? starts.measures ?? to.adding(days: -30), to)
    let length = start.days(until: to) ?? 0
    let ahead = to.adding(days: max(14, Int(Double(length) * partAhead)))
    let coming = all.events.flatMap { event in
      [event.event.occurred?.earliest, event.event.effectiveDay].compactMap(\.self)
    }
    let last = coming.filter { $0 > to && $0 <= ahead }.max() ?? to
    return DayRange(earliest: start, latest: last)
  }

  /// What the query does not know, or not yet.
  fileprivate func coming(
    later: KnownEvents, days: DayRange, _ contents: ContentChoice
  ) -> [TimePictureData.Entry] {
    let positions = Set(reached.map(\.position))
    let sentences = EventSentence(registrations: later.registrations)
    return later.reached.compactMap { event in
      guard !positions.contains(event.position), let occurred = event.event.occurred,
        occurred.latest >= days.earliest, contents.admits(event.event)
      else { return nil }
      return TimelineEntry(event.event, sentences).map { .init(entry: $0, isKnown: false) }
    }
  }

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
      .bodyRegistered, .logRegistered, .capture, .logKey, .correction, .retraction:
      nil
    }
  }
}
