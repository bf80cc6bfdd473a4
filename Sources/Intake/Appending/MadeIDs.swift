import EventLog
import JSON
import Stances

/// Gives ids to events that have none, so that the same event gets the same id each time.
///
/// The id is made from what the event says; behind those that are taken comes a number. An event that
/// the log has already, word for word, under one of them is that one: whoever appends a file again, or
/// did not hear the first answer, records nothing twice. One that was withdrawn is passed over.
struct MadeIDs {
  /// The ids that begin alike, by what their events say without them, and how many there are.
  private struct Family {
    var known: [[UInt8]: EventID] = [:]
    var count = 0
  }

  private var families: [EventID: Family] = [:]
  private let session: AppendSession

  init(in session: AppendSession) {
    self.session = session
  }

  /// The event under an id of its own.
  ///
  /// - Parameter event: one with ``FaultFinder/placeholder`` for an id.
  /// - Returns: the same with the id that it has in the log, or else with one that nothing has.
  /// - Throws: what reading the log throws.
  mutating func named(_ event: ProposedEvent) throws -> ProposedEvent {
    let bytes = try RecordedEvent.namelessBytes(of: event.canonicalBytes)
    let stem = event.event.madeID
    let id = try id(of: bytes, beginning: stem)
    let value = JSONValue(try JSONDocument(parsing: event.canonicalBytes).root)
    let named = value.replacing(at: "id", with: .string(id.text))
    return try ProposedEvent(checked: JSONDocument(parsing: named.compactBytes()))
  }

  private mutating func id(of bytes: [UInt8], beginning stem: EventID) throws -> EventID {
    var family = families[stem] ?? Family()
    defer { families[stem] = family }
    while true {
      if let known = family.known[bytes] { return known }
      let id = family.count == 0 ? stem : EventID(recorded: "\(stem)-\(family.count + 1)")
      family.count += 1
      guard let found = try session.occupant(of: id) else {
        family.known[bytes] = id
        return id
      }
      if !found.isWithdrawn { family.known[found.namelessBytes] = id }
    }
  }
}
