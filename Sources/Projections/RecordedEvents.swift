import EventLog
package import Stances

/// Decoded events of a log, read once, from which any query within them can be answered.
package struct RecordedEvents: Sendable {
  /// What is needed from one recorded event; its stored bytes are released.
  struct Record: Sendable {
    let position: Position
    let recorded: Timestamp
    let id: EventID
    /// Nil for a type or version that this program does not know.
    let event: Event?

    /// What it says itself, or as a correction of another event.
    var content: Event? {
      guard case .correction(let correction) = event?.content else { return event }
      return correction.replacement
    }

    /// About how many bytes of memory one takes.
    static let estimatedBytes = 4_096

    init(_ recorded: RecordedEvent) {
      position = recorded.position
      self.recorded = recorded.recorded
      id = recorded.id
      event = recorded.event
    }
  }

  /// Events in order of position, with every correction of theirs.
  let records: [Record]
  /// The log's corrections and retractions.
  let amendments: [Amendment]

  init(_ records: [Record], amendments: [Amendment]) {
    self.records = records
    self.amendments = amendments
  }

  /// Takes recorded events in order of position, with every correction of theirs.
  package init(_ records: [RecordedEvent], amendments: [Amendment]) {
    self.init(records.map(Record.init), amendments: amendments)
  }
}

extension LogView {
  /// The events that any of the filters lets through, up to the position of the query or another.
  ///
  /// Their amendments come with them, and the targets of the corrections among them: a correction
  /// can move an event to another company or type, so that the filter would miss what it corrects.
  /// So do the registrations of everyone whom they name.
  func recorded(
    _ filters: [EventFilter], upTo position: Position? = nil
  ) throws -> RecordedEvents {
    let position = position ?? clocks.at
    guard position > .beforeFirst else {
      return RecordedEvents([RecordedEvents.Record](), amendments: [])
    }
    var gathered = GatheredEvents(facts, upTo: position)
    for filter in filters { try gathered.add(filter) }
    if filters.contains(EventFilter()) {
      return gathered.recorded(amendments: try facts.amendments.whole())
    }
    return try gathered.finish(with: members() ?? [])
  }

  /// The events at some positions, and those that any of the filters lets through, with what comes
  /// with them.
  func recorded(
    at positions: some Sequence<Position>, and filters: [EventFilter] = []
  ) throws -> RecordedEvents {
    var gathered = GatheredEvents(facts, upTo: clocks.at)
    for filter in filters { try gathered.add(filter) }
    for position in positions { try gathered.add(position) }
    return try gathered.finish(with: members() ?? [])
  }

  /// The events that concern the companies of the view; all events for all companies.
  func ownEvents() throws -> [EventFilter] {
    try members()?.map(EventFilter.company) ?? [EventFilter()]
  }
}

/// Events of a log as they are gathered for an answer, each once.
private struct GatheredEvents {
  private let facts: LogFacts
  private let last: Position
  private var records: [RecordedEvents.Record] = []
  private var found: Set<Position> = []

  init(_ facts: LogFacts, upTo last: Position) {
    self.facts = facts
    self.last = last
  }

  /// What the events say, those that corrections replace them by as well.
  var events: [Event] {
    records.compactMap(\.event)
  }

  mutating func add(_ filter: EventFilter) throws {
    var filter = filter
    filter.positions = Position.beforeFirst.next...last
    for record in try facts.events(filter) where found.insert(record.position).inserted {
      records.append(record)
    }
  }

  mutating func add(_ position: Position) throws {
    guard position <= last, found.insert(position).inserted else { return }
    if let record = try facts.event(at: position) { records.append(record) }
  }

  /// Adds the amendments of all events, and the targets of all corrections, until none is missing.
  ///
  /// Answers the amendments.
  @discardableResult
  mutating func close() throws -> [Amendment] {
    while true {
      let count = found.count
      let amendments = try facts.amendments.closed(over: found)
      for amendment in amendments { try add(amendment.position) }
      let known = Set(amendments.map(\.position))
      for record in records where !known.contains(record.position) {
        guard case .correction = record.event?.content,
          let target = try facts.amendments.target(of: record.position)
        else { continue }
        try add(target)
      }
      if found.count == count { return amendments }
    }
  }

  /// Adds all that comes with the events, and the registrations of whom they name and of some
  /// companies.
  mutating func finish(with companies: [CompanyID] = []) throws -> RecordedEvents {
    try close()
    for place in try facts.registrations(namedIn: events, and: companies) { try add(place) }
    return recorded(amendments: try close())
  }

  /// The events in order.
  func recorded(amendments: [Amendment]) -> RecordedEvents {
    let isInOrder = zip(records, records.dropFirst()).allSatisfy { $0.position < $1.position }
    return RecordedEvents(
      isInOrder ? records : records.sorted { $0.position < $1.position }, amendments: amendments)
  }
}

extension LogReader {
  /// An event's content in a query: its own, or that of the acting correction; nil if it is
  /// withdrawn or cannot be read.
  func content(of position: Position, acting: some Amending) throws -> Event? {
    guard let source = try acting.source(of: position), let event = try event(at: source)?.event
    else { return nil }
    guard source != position, case .correction(let correction) = event.content else {
      return event
    }
    return correction.replacement
  }
}

extension EventFilter {
  /// Everything that the measures of a log are made of.
  static var measureSteps: EventFilter { .measures(in: [.governmentMeasure]) }

  /// Everything that the measures of a log are made of, and that says who followed them.
  static var followedMeasures: EventFilter {
    .measures(in: [.governmentMeasure, .publicAnnouncement, .silentReduction, .exit])
  }

  /// Events of some types that concern a measure, and corrections that do.
  private static func measures(in types: [EventType]) -> EventFilter {
    var filter = EventFilter()
    filter.concernsMeasures = true
    filter.types = (types + [.correction]).map(\.rawValue)
    return filter
  }

  /// Events that concern a company.
  static func company(_ company: CompanyID) -> EventFilter {
    var filter = EventFilter()
    filter.companies = [company]
    return filter
  }

  /// When companies came back.
  static func resumptions(of companies: [CompanyID]) -> EventFilter {
    var filter = EventFilter()
    filter.companies = companies
    filter.types = [EventType.resumption, .correction].map(\.rawValue)
    return filter
  }
}
