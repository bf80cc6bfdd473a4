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
  /// The targets of the corrections among them come with them: a correction can move an event to
  /// another company or type, so that the filter would miss what it corrects.
  func recorded(
    _ filters: [EventFilter], upTo position: Position? = nil
  ) throws -> RecordedEvents {
    let position = position ?? clocks.at
    let amendments = try facts.amendments()
    guard position > .beforeFirst else { return RecordedEvents([Record](), amendments: amendments) }
    var records: [Record] = []
    var found: Set<Position> = []
    for var filter in filters {
      filter.positions = Position.beforeFirst.next...position
      for record in try facts.events(filter) where found.insert(record.position).inserted {
        records.append(record)
      }
    }
    for amendment in amendments where amendment.kind == .correction {
      guard found.contains(amendment.position), found.insert(amendment.target).inserted,
        let target = try log.event(at: amendment.target)
      else { continue }
      records.append(Record(target))
    }
    let isInOrder = zip(records, records.dropFirst()).allSatisfy { $0.position < $1.position }
    return RecordedEvents(
      isInOrder ? records : records.sorted { $0.position < $1.position }, amendments: amendments)
  }

  private typealias Record = RecordedEvents.Record

  /// The events that concern the companies of the view; all events for all companies.
  func ownEvents() throws -> [EventFilter] {
    try members()?.map(EventFilter.company) ?? [EventFilter()]
  }
}

extension LogReader {
  /// An event's content in a query: its own, or that of the acting correction; nil if it is
  /// withdrawn or cannot be read.
  func content(of position: Position, acting: ActingAmendments) throws -> Event? {
    guard let source = acting.source(of: position), let event = try event(at: source)?.event
    else { return nil }
    guard source != position, case .correction(let correction) = event.content else {
      return event
    }
    return correction.replacement
  }
}

extension EventFilter {
  /// Events of some types, with corrections and registrations.
  static func types(_ types: [EventType]) -> EventFilter {
    var filter = EventFilter()
    filter.types = (types + [.correction, .companyRegistered, .bodyRegistered]).map(\.rawValue)
    return filter
  }

  /// Everything that the measures of a log are made of.
  static var measureSteps: EventFilter { .types([.governmentMeasure]) }

  /// Everything that says which measures companies followed.
  static var followedMeasures: EventFilter {
    .types([.governmentMeasure, .publicAnnouncement, .silentReduction, .exit, .resumption])
  }

  /// Everything that can address a company.
  static var pressing: EventFilter {
    .types([.governmentMeasure, .governmentStatement, .pressure])
  }

  /// Events that concern a company.
  static func company(_ company: CompanyID) -> EventFilter {
    var filter = EventFilter()
    filter.companies = [company]
    return filter
  }
}
