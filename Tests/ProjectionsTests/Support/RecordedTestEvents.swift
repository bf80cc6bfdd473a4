import Projections
import Stances
import TestSupport

extension RecordedEvents {
  /// The events as a log would hold them, from position 1 on, without a file.
  init(_ events: [TestEvent]) throws {
    let records = try events.enumerated().map { index, event in
      try RecordedEvent(
        position: Position(index + 1),
        bytes: Array(
          event.with("recorded", "2022-06-01T12:00:00.000Z").with("recorder", "test").line.utf8))
    }
    self.init(records, amendments: records.compactMap { Amendment($0, among: records) })
  }
}

extension Amendment {
  /// The correction or retraction that a record is; nil for any other.
  fileprivate init?(_ record: RecordedEvent, among records: [RecordedEvent]) {
    let (id, kind): (EventID, Kind)
    switch record.event?.content {
    case .correction(let correction): (id, kind) = (correction.corrects, .correction)
    case .retraction(let retraction): (id, kind) = (retraction.retracts, .retraction)
    default: return nil
    }
    guard let published = record.event?.published,
      let target = records.first(where: { $0.id == id })
    else { return nil }
    self.init(
      position: record.position, target: target.position, kind: kind,
      published: DayRange(earliest: published.earliest, latest: published.latest))
  }
}

extension Clocks {
  /// Clocks from texts; the whole log unless set.
  init(
    to day: String, knownBy: String? = nil, at position: Position = .max,
    _ fuzzy: Fuzziness = .lenient
  ) throws {
    self.init(
      to: try Day(iso: day), knownBy: try knownBy.map(Day.init(iso:)), at: position, fuzzy: fuzzy)
  }
}

/// What a query of these events knows.
func known(_ events: [TestEvent], on clocks: Clocks) throws -> KnownEvents {
  KnownEvents(try RecordedEvents(events), on: clocks)
}
