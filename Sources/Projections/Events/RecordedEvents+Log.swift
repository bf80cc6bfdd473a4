package import EventLog
import Stances

extension RecordedEvents {
  /// Reads the events that any of the filters lets through, up to a position.
  ///
  /// The targets of the corrections among them come with them: a correction can move an event to
  /// another company or type, where the filter would miss what it corrects.
  package init(
    _ filters: [EventFilter] = [EventFilter()], upTo position: Int64, in log: LogReader
  ) throws {
    let amendments = try log.amendments()
    var records: [Record] = []
    var found: Set<Int64> = []
    if position > 0 {
      for var filter in filters {
        filter.positions = 1...position
        try log.forEachEvent(filter) { event in
          if found.insert(event.position).inserted { records.append(Record(event)) }
          return true
        }
      }
    }
    for amendment in amendments where amendment.kind == .correction {
      guard found.contains(amendment.position), found.insert(amendment.target).inserted,
        let target = try log.event(at: amendment.target)
      else { continue }
      records.append(Record(target))
    }
    let isInOrder = zip(records, records.dropFirst()).allSatisfy { $0.position < $1.position }
    self.init(
      isInOrder ? records : records.sorted { $0.position < $1.position }, amendments: amendments)
  }
}

extension EventFilter {
  /// Events of some types, with corrections and registrations.
  static func types(_ types: [EventType]) -> EventFilter {
    var filter = EventFilter()
    filter.types = (types + [.correction, .companyRegistered, .bodyRegistered]).map(\.rawValue)
    return filter
  }

  /// Events that concern a company.
  static func company(_ company: CompanyID) -> EventFilter {
    var filter = EventFilter()
    filter.companies = [company]
    return filter
  }
}

extension KnownEvents {
  /// What a query of a log knows of the events that any of the filters lets through.
  init(
    _ filters: [EventFilter] = [EventFilter()], in log: LogReader, on clocks: Clocks
  ) throws {
    self.init(try RecordedEvents(filters, upTo: clocks.at, in: log), on: clocks)
  }
}
