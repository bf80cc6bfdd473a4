import EventLog
package import Stances

/// One date of one event, for a calendar: when it happened, or a later day that it names.
package struct CalendarItem: Hashable, Sendable {
  /// What falls on the date.
  package enum Occasion: String, Term {
    /// What the event says.
    case happened
    /// The day by which a company promised what it announced.
    case due
    /// The day from which a step of a measure counts.
    case effective
    /// The last day of a measure or of its suspension.
    case ends
  }

  /// What falls on the date.
  package let occasion: Occasion
  /// The date, as given.
  package let day: FuzzyDate
  /// What the event says, with its actor, sources and note.
  package let entry: TimelineEntry
  /// When the event was recorded.
  package let recorded: Timestamp
  /// When the event was recorded, or what changed the item last: an amendment, or a later event
  /// that may strike its day out or bring it back.
  package let changed: Timestamp
  /// How many such changes there were; it only grows with the log.
  package let revision: Int
  /// Whether it is withdrawn: the event by a retraction, the day ahead by a later word or step.
  package let isWithdrawn: Bool
}

extension LogView {
  /// Every date of what happened by the day of the query, in order of first day, last day,
  /// publication, position; withdrawn events among them, so that a calendar can strike them out.
  ///
  /// A view of some companies has only their own events.
  package func calendar() throws -> [CalendarItem] {
    let recorded = try recorded(ownEvents())
    let known = KnownEvents(recorded, on: clocks)
    let cancelled = try cancelledMarkets()
    let revisions = Revisions(recorded.amendments, within: clocks)
    let bearings = Bearings(recorded, on: clocks)
    let moments = Dictionary(
      recorded.records.map { ($0.position, $0.recorded) }, uniquingKeysWith: { first, _ in first })
    let steps = Dictionary(
      grouping: known.reached.compactMap(MeasureStep.init), by: \.measure.measure)
    let sentences = EventSentence(registrations: known.registrations)
    let events = known.reached.map { ($0, false) } + known.withdrawn.map { ($0, true) }
    let subjects = choice.narrows ? Set(try postures().map(\.subject)) : nil
    return events.flatMap { event, isWithdrawn -> [(order: TimeOrder, item: CalendarItem)] in
      let content = event.event.content
      guard companies.map({ $0.contains { $0 == content.company } }) ?? true,
        contents.admits(event.event), subjects.map(content.isAbout) ?? true,
        let entry = TimelineEntry(event.event, sentences)
      else { return [] }
      return DatedOccasion.all(of: event.event).map { date in
        let isOff =
          switch date.occasion {
          case .happened, .effective: false
          case .due: cancelled[event.position] == entry.markets.count
          case .ends: !isEnd(date.day, of: entry.measure.flatMap { steps[$0] } ?? [])
          }
        let bearing = bearings.events(on: date.occasion, of: event.position)
        let changes = Set(
          revisions.positions(of: event.position)
            + bearing.flatMap { [$0] + revisions.positions(of: $0) }
        ).filter { $0 > event.position }
        let item = CalendarItem(
          occasion: date.occasion, day: date.day, entry: entry, recorded: event.recorded,
          changed: changes.compactMap { moments[$0] }.max() ?? event.recorded,
          revision: changes.count, isWithdrawn: isWithdrawn || isOff)
        return (TimeOrder(event, on: date.day), item)
      }
    }.sorted { $0.order < $1.order }.map(\.item)
  }

  /// In how many of its markets each announcement was cancelled by a later word.
  private func cancelledMarkets() throws -> [Position: Int] {
    var counts: [Position: Int] = [:]
    try forAllFindings { found in
      for position in try found.finding.cancelled { counts[position, default: 0] += 1 }
    }
    return counts
  }

  /// Whether a day was, or by all steps so far will be, the last one of a measure or of its
  /// suspension: whether it is still set when it comes.
  private func isEnd(_ until: FuzzyDate, of steps: [MeasureStep]) -> Bool {
    var then = clocks
    then.to = until.latest
    return MeasureLife(steps, on: then)?.ends.contains(until) ?? false
  }
}

extension EventContent {
  /// Whether it is something that one of some companies does in its market.
  fileprivate func isAbout(_ subjects: Set<CompanyMarket>) -> Bool {
    company.map { company in markets.contains { subjects.contains(CompanyMarket(company, $0)) } }
      ?? false
  }
}

/// A date that an event names, with what falls on it.
struct DatedOccasion {
  let occasion: CalendarItem.Occasion
  let day: FuzzyDate

  static func all(of event: Event) -> [DatedOccasion] {
    guard let occurred = event.occurred else { return [] }
    var dates = [DatedOccasion(occasion: .happened, day: occurred)]
    func add(_ occasion: CalendarItem.Occasion, _ day: FuzzyDate?) {
      guard let day, day.reachesBeyond(occurred) else { return }
      dates.append(DatedOccasion(occasion: occasion, day: day))
    }
    switch event.content {
    case .publicAnnouncement(let announcement) where announcement.level != nil:
      add(.due, announcement.effective)
    case .governmentMeasure(let measure):
      add(.effective, measure.effective)
      add(.ends, measure.until)
    default: break
    }
    return dates
  }
}
