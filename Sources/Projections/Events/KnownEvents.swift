import EventLog
package import Stances

/// The events that a query knows of, with corrections applied and without withdrawn events.
///
/// Corrections come first, then the clocks: a correction or retraction acts if it is itself within
/// the public and the log clock, and the content it leaves is then checked against both. The valid
/// clock is asked last, by `reached`, because a measure counts from its effective day.
package struct KnownEvents: Sendable {
  /// The query's clocks.
  package private(set) var clocks: Clocks
  /// Content events in order of first day, last day, first day of publication, position.
  package let events: [KnownEvent]
  /// Content events that an acting retraction withdraws, with the content they had, in that order.
  let withdrawn: [KnownEvent]
  /// Who is who.
  package private(set) var registrations: Registrations
  /// How many records are of a type or version that this program cannot read.
  package let unreadable: Int

  /// Checks recorded events against the clocks of a query.
  package init(_ recorded: RecordedEvents, on clocks: Clocks) {
    let acting = ActingAmendments(recorded.amendments, within: clocks)
    let corrections = Self.corrections(among: recorded.records)
    var events: [KnownEvent] = []
    var withdrawn: [KnownEvent] = []
    var registrations = Registrations(on: clocks)
    var unreadable = 0
    for record in recorded.records where record.position <= clocks.at {
      let isWithdrawn = acting.retraction(of: record.position) != nil
      let source = acting.correction(of: record.position) ?? record.position
      let correction = source == record.position ? nil : corrections[source]
      guard let content = correction?.replacement ?? record.event else {
        unreadable += isWithdrawn ? 0 : 1
        continue
      }
      guard !content.content.type.isAmendment, !content.content.type.isOfLog else { continue }
      guard clocks.couldKnow(content.published) else { continue }
      if content.content.type.isRegistration {
        if !isWithdrawn { registrations.register(content) }
        continue
      }
      let event = KnownEvent(
        position: record.position, recorded: record.recorded, event: content,
        correctedBy: correction?.id)
      if isWithdrawn { withdrawn.append(event) } else { events.append(event) }
    }
    self.clocks = clocks
    self.events = events.inTimeOrder
    self.withdrawn = withdrawn.inTimeOrder
    self.registrations = registrations
    self.unreadable = unreadable
  }

  /// The same knowledge in a query to another day.
  func moved(to day: Day) -> KnownEvents {
    var moved = self
    moved.clocks.to = day
    moved.registrations.clocks.to = day
    return moved
  }

  /// The events that have happened by the day of the query.
  package var reached: [KnownEvent] {
    events.filter { clocks.hasReached($0.event) }
  }

  private static func corrections(
    among records: [RecordedEvents.Record]
  ) -> [Position: (id: EventID, replacement: Event)] {
    var found: [Position: (id: EventID, replacement: Event)] = [:]
    for record in records {
      guard case .correction(let correction) = record.event?.content else { continue }
      found[record.position] = (record.id, correction.replacement)
    }
    return found
  }
}

extension LogView {
  /// What the query knows of the events that any of the filters lets through.
  func known(_ filters: [EventFilter]) throws -> KnownEvents {
    KnownEvents(try recorded(filters), on: clocks)
  }
}

/// One event as a query knows it: in the content that its acting correction gives it.
package struct KnownEvent: Sendable {
  /// The event's own place in the log, also where a correction replaced its content.
  package let position: Position
  /// When the log took in the event itself.
  package let recorded: Timestamp
  /// The content that counts.
  package let event: Event
  /// The acting correction that holds this content.
  package let correctedBy: EventID?

  /// An event with its place in the log and the content that it has in a query.
  package init(position: Position, recorded: Timestamp, event: Event, correctedBy: EventID? = nil) {
    self.position = position
    self.recorded = recorded
    self.event = event
    self.correctedBy = correctedBy
  }
}

/// The chronological order of every list: first day, last day, first day of publication, position.
struct TimeOrder: Comparable {
  private let earliest: Day
  private let latest: Day
  private let published: Day
  private let position: Position

  init(_ day: FuzzyDate?, published: FuzzyDate?, position: Position) {
    earliest = day?.earliest ?? .distantPast
    latest = day?.latest ?? .distantPast
    self.published = published?.earliest ?? .distantPast
    self.position = position
  }

  /// The place of an event by the day on which it happened, or by another day of its own.
  init(_ known: KnownEvent, on day: FuzzyDate? = nil) {
    self.init(
      day ?? known.event.occurred, published: known.event.published, position: known.position)
  }

  private var key: (Day, Day, Day, Position) { (earliest, latest, published, position) }

  static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}

extension [KnownEvent] {
  /// The events in order of time; whole events are moved only once.
  var inTimeOrder: [KnownEvent] {
    let orders = map { TimeOrder($0) }
    return indices.sorted { orders[$0] < orders[$1] }.map { self[$0] }
  }
}
