import GRDB
package import Stances

extension LogReader {
  /// The companies whose postures the events after a position bear on: those that the events are
  /// about, and for corrections and retractions those that any content of their target is about.
  package func companies(concernedAfter position: Position) throws -> Set<CompanyKey> {
    let lookup = try LogLookup(database)
    var concerned: Set<CompanyKey> = []
    var looked: Set<Position> = []

    func look(at event: RecordedEvent) throws {
      for name in event.event?.content.ownSubjects ?? [] where name.kind == .company {
        if let key = try lookup.key(of: name) { concerned.insert(CompanyKey(key)) }
      }
    }

    /// Looks at an event and at all that amends it.
    func lookAtContents(of root: Position) throws {
      var pending = [root]
      while let position = pending.popLast() {
        guard looked.insert(position).inserted else { continue }
        if let event = try event(at: position) { try look(at: event) }
        pending += try amendments(of: position).map(\.position)
      }
    }

    var filter = EventFilter()
    filter.positions = position.next...Position.max
    try forEachEvent(filter) { event in
      try look(at: event)
      // A retraction may be of a correction, and that of an event about another company.
      var root = event.position
      while let next = try amendment(at: root)?.target, next < root { root = next }
      if root != event.position { try lookAtContents(of: root) }
      return true
    }
    return concerned
  }
}
