import GRDB
package import Stances

extension LogReader {
  /// The companies whose postures the events after a position bear on: those that the events are
  /// about, and for corrections and retractions those that any content of their target is about.
  package func companies(concernedAfter position: Position) throws -> Set<CompanyKey> {
    let lookup = try LogLookup(database)
    let target = try RawStatement(
      shared: "SELECT target FROM amendment WHERE position = ?", in: database)
    let amendments = try RawStatement(
      "SELECT position FROM amendment WHERE target = ?", in: database)
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
        amendments.bind(position, at: 1)
        while try amendments.step() { pending.append(amendments.position(0)) }
        amendments.reset()
      }
    }

    var filter = EventFilter()
    filter.positions = position.next...Position.max
    try forEachEvent(filter) { event in
      try look(at: event)
      // A retraction may be of a correction, and that of an event about another company.
      var root = event.position
      while true {
        target.bind(root, at: 1)
        guard let next = try target.firstPosition(), next < root else { break }
        root = next
      }
      if root != event.position { try lookAtContents(of: root) }
      return true
    }
    return concerned
  }
}
