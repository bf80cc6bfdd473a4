import EventLog
package import Stances

/// How many events concern someone, and the last of them in order of time.
package struct EventTally: Sendable {
  /// How many there are.
  package private(set) var events = 0
  /// The last one; nil if there are none.
  package private(set) var lastEvent: EventID?
  /// When that happened.
  package private(set) var last: FuzzyDate?
  private var order: TimeOrder?

  /// About how many bytes of memory one takes in a list.
  static let estimatedBytes = 256

  /// Counts an event.
  mutating func count(_ known: KnownEvent) {
    events += 1
    let order = TimeOrder(known)
    guard self.order.map({ $0 < order }) ?? true else { return }
    (self.order, lastEvent, last) = (order, known.event.id, known.event.occurred)
  }

  /// Whether its last event came later than that of another; no event comes first of all.
  func isLater(than other: EventTally) -> Bool {
    switch (order, other.order) {
    case (let order?, let other?): other < order
    case (.some, nil): true
    case (nil, _): false
    }
  }
}

/// What comes first in a list of names.
package enum ListOrder: String, Term {
  /// The name, by alphabet.
  case name
  /// The most events.
  case events
  /// The latest event.
  case last

  /// Whether one comes before another; of equal ones, the slug decides.
  func precedes(
    _ left: (tally: EventTally, name: String, slug: String),
    _ right: (tally: EventTally, name: String, slug: String)
  ) -> Bool {
    switch self {
    case .name: break
    case .events:
      if left.tally.events != right.tally.events { return left.tally.events > right.tally.events }
    case .last:
      if left.tally.isLater(than: right.tally) { return true }
      if right.tally.isLater(than: left.tally) { return false }
    }
    return (looks(left.name), left.slug) < (looks(right.name), right.slug)
  }
}

/// A part of a list of names.
package struct NamePart<Item: Sendable>: Sendable {
  /// How many the whole list has.
  package let count: Int
  /// Those of the part.
  package let shown: [Item]
  /// What asks for those after it.
  package let more: ListCursors

  /// The part of a list after one of its items, by its slug, or from the start; an item that is not
  /// in the list has nothing after it.
  init(of all: [Item], after: String?, atMost limit: Int, slug: (Item) -> String) {
    count = all.count
    let start = after.map { after in all.firstIndex { slug($0) == after }.map { $0 + 1 } }
    let rest = start.map { $0.map { all[$0...] } ?? [] } ?? all[...]
    shown = Array(rest.prefix(limit))
    more = ListCursors(after: shown.count < rest.count ? shown.last.map(slug) : nil)
  }
}

extension LogView {
  /// Counts the events that have happened by the day of the query under what each concerns.
  ///
  /// Every event is read once; memory grows with the names and not with the events.
  func tallies<Name: Hashable>(
    of names: (EventContent) -> Set<Name>, _ also: (Event) -> Void = { _ in }
  ) throws -> [Name: EventTally] {
    var found: [Name: EventTally] = [:]
    try narrowed(to: nil).forEachKnownEvent { known in
      let type = known.event.content.type
      guard !type.isRegistration, !type.isOfLog, clocks.hasReached(known.event) else { return }
      also(known.event)
      for name in names(known.event.content) {
        if found[name] == nil { try log.gather(EventTally.estimatedBytes) }
        found[name, default: EventTally()].count(known)
      }
    }
    return found
  }
}
