import Stances

/// How often each event was changed, as far as a query knows: what a calendar calls its sequence.
///
/// A correction or retraction counts whether or not it still acts, and so does one of itself:
/// the number only ever grows with the log.
struct Revisions {
  private var amendments: [Position: [Position]] = [:]

  /// Counts the amendments that are within the public and the log clock of a query.
  init(_ amendments: [Amendment], within clocks: Clocks) {
    for amendment in amendments
    where amendment.position <= clocks.at && clocks.couldKnow(amendment.published) {
      self.amendments[amendment.target, default: []].append(amendment.position)
    }
  }

  /// The positions of all amendments of an event and of those amendments themselves.
  func positions(of event: Position) -> [Position] {
    // An amendment comes after what it amends, so this ends.
    (amendments[event] ?? []).flatMap { [$0] + positions(of: $0) }
  }
}

/// Which events bear on the days that others name: they may strike one out, or bring it back.
///
/// An event counts by what it says now and by what it ever said, withdrawn or not, so that their
/// number for a day only ever grows with the log.
struct Bearings {
  private var words: [CompanyID: [(position: Position, event: Event)]] = [:]
  private var steps: [MeasureKey: [(position: Position, event: Event)]] = [:]
  /// What each word and step ever said.
  private var said: [Position: [Event]] = [:]

  /// Gathers the words of companies and the steps of measures within the public and the log clock.
  init(_ recorded: RecordedEvents, on clocks: Clocks) {
    let targets = Dictionary(
      recorded.amendments.map { ($0.position, $0.target) }, uniquingKeysWith: { first, _ in first })
    for record in recorded.records where record.position <= clocks.at {
      guard let event = record.event, clocks.couldKnow(event.published) else { continue }
      if case .correction(let correction) = event.content {
        guard clocks.couldKnow(correction.replacement.published) else { continue }
        add(correction.replacement, at: targets[record.position] ?? record.position)
      } else {
        add(event, at: record.position)
      }
    }
  }

  private mutating func add(_ event: Event, at position: Position) {
    switch event.content {
    case .governmentMeasure(let measure):
      steps[measure.measure, default: []].append((position, event))
    case .publicAnnouncement, .resumption, .exit:
      guard let company = event.content.company else { return }
      words[company, default: []].append((position, event))
    case .denial, .declinedComment, .complianceReview, .silentReduction, .continuedBusiness,
      .governmentStatement, .pressure, .tradeStatistic, .companyRegistered, .bodyRegistered,
      .logRegistered, .capture, .logKey, .correction, .retraction:
      return
    }
    said[position, default: []].append(event)
  }

  /// The positions of the events that bear on a day which another one names or named: words of its
  /// company about a market of its, and steps of its measure, that come by then.
  func events(on occasion: CalendarItem.Occasion, of position: Position) -> Set<Position> {
    var found: Set<Position> = []
    for event in said[position] ?? [] {
      for date in DatedOccasion.all(of: event) where date.occasion == occasion {
        found.formUnion(events(on: date, of: event))
      }
    }
    return found
  }

  private func events(on date: DatedOccasion, of event: Event) -> [Position] {
    let others: [(position: Position, event: Event)]
    switch (date.occasion, event.content) {
    case (.due, let content):
      let markets = Set(content.markets)
      others = (content.company.flatMap { words[$0] } ?? [])
        .filter { !markets.isDisjoint(with: $0.event.content.markets) }
    case (.ends, .governmentMeasure(let measure)):
      others = steps[measure.measure] ?? []
    case (.happened, _), (.effective, _), (.ends, _): return []
    }
    return others.filter { other in
      other.event.occurred.map { $0.earliest <= date.day.latest } ?? false
    }.map(\.position)
  }
}
