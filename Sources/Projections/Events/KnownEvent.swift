package import Stances

/// One event as a query knows it: in the content that its acting correction gives it.
package struct KnownEvent: Sendable {
  /// The event's own place in the log, also where a correction replaced its content.
  package let position: Int64
  /// When the log took in the event itself.
  package let recorded: Timestamp
  /// The content that counts.
  package let event: Event
  /// The acting correction that holds this content.
  package let correctedBy: EventID?

  /// An event with its place in the log and the content that it has in a query.
  package init(position: Int64, recorded: Timestamp, event: Event, correctedBy: EventID? = nil) {
    self.position = position
    self.recorded = recorded
    self.event = event
    self.correctedBy = correctedBy
  }
}

/// The order of every list in time: first day, last day, first day of publication, position.
struct TimeOrder: Comparable {
  private let earliest: Day
  private let latest: Day
  private let published: Day
  private let position: Int64

  init(_ day: FuzzyDate?, published: FuzzyDate?, position: Int64) {
    earliest = day?.earliest ?? .distantPast
    latest = day?.latest ?? .distantPast
    self.published = published?.earliest ?? .distantPast
    self.position = position
  }

  /// The place of an event by the day on which it was so, or by another day of its own.
  init(_ known: KnownEvent, on day: FuzzyDate? = nil) {
    self.init(
      day ?? known.event.occurred, published: known.event.published, position: known.position)
  }

  private var key: (Day, Day, Day, Int64) { (earliest, latest, published, position) }

  static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}

extension [KnownEvent] {
  /// The events in order of time; whole events are moved only once.
  var inTimeOrder: [KnownEvent] {
    let orders = map { TimeOrder($0) }
    return indices.sorted { orders[$0] < orders[$1] }.map { self[$0] }
  }
}
