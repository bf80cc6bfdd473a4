import EventLog
import Stances

/// The corrections and retractions of one state of a log, read as events are asked about.
final class AmendmentFacts {
  private let log: LogReader
  private var all: [Amendment]?
  /// The amendments of each event that was asked about; of every amended event if all are read.
  private var found: [Position: [Amendment]] = [:]
  /// The events that amendments are about, as far as they were asked for; all if all are read.
  private var targets: [Position: Position] = [:]

  /// Of more events it is faster to read all amendments than those of each event.
  private static let manyEvents = 5_000

  init(of log: LogReader) {
    self.log = log
  }

  /// All of them, in order.
  func whole() throws -> [Amendment] {
    if let all { return all }
    let amendments = try log.amendments()
    all = amendments
    found = Dictionary(grouping: amendments, by: \.target)
    targets = Dictionary(
      amendments.map { ($0.position, $0.target) }, uniquingKeysWith: { first, _ in first })
    return amendments
  }

  /// The amendments of one event, in order; not those of these.
  func amendments(of position: Position) throws -> [Amendment] {
    if let amendments = found[position] { return amendments }
    guard all == nil else { return [] }
    let amendments = try log.amendments(of: position)
    found[position] = amendments
    return amendments
  }

  /// The event that a correction or retraction is about.
  func target(of amendment: Position) throws -> Position? {
    if let target = targets[amendment] { return target }
    guard all == nil else { return nil }
    let target = try log.amendment(at: amendment)?.target
    targets[amendment] = target
    return target
  }

  /// The amendments of some events, those of these amendments, and so on; in order.
  func closed(over positions: some Collection<Position>) throws -> [Amendment] {
    if all == nil, positions.count > Self.manyEvents,
      positions.count(where: { found[$0] == nil }) > Self.manyEvents
    {
      _ = try whole()
    }
    var pending = Array(positions)
    var closed: [Position: Amendment] = [:]
    while let position = pending.popLast() {
      for amendment in try amendments(of: position) where closed[amendment.position] == nil {
        closed[amendment.position] = amendment
        pending.append(amendment.position)
      }
    }
    return closed.values.sorted { $0.position < $1.position }
  }

  /// Reads those of the events by which a company moves, all in one go.
  func readAhead(of moves: [SubjectMoves], by company: CompanyID) throws {
    guard all == nil else { return }
    keep(
      try log.amendments(ofMovesBy: company),
      of: Set(moves.lazy.flatMap(\.moves).map(\.position)))
  }

  /// Those of all registrations, which are at some positions, and those of these, and so on.
  func closed(overRegistrationsAt positions: Set<Position>) throws -> [Amendment] {
    if all == nil { keep(try log.amendmentsOfRegistrations(), of: positions) }
    return try closed(over: positions)
  }

  /// Keeps what was read as all amendments of some events.
  private func keep(_ amendments: [Amendment], of positions: Set<Position>) {
    let read = Dictionary(grouping: Set(amendments), by: \.target)
    for position in positions where found[position] == nil {
      found[position] = (read[position] ?? []).sorted { $0.position < $1.position }
    }
  }
}

/// Says which amendments act on an event in a query.
protocol Amending {
  /// The amendments that act on the event at a position, perhaps among others.
  func acts(on position: Position) throws -> ActingAmendments
}

extension Amending {
  /// The position that holds the content an event has in the query; nil if it is withdrawn.
  func source(of position: Position) throws -> Position? {
    try acts(on: position).source(of: position)
  }

  /// The acting correction of an event, if there is one.
  func correction(of position: Position) throws -> Position? {
    try acts(on: position).correction(of: position)
  }

  /// The acting retraction of an event, if there is one.
  func retraction(of position: Position) throws -> Position? {
    try acts(on: position).retraction(of: position)
  }

  /// Whether a move holds the content that its event has in the query.
  func admits(_ move: Move) throws -> Bool { try acts(on: move.position).admits(move) }
}

/// The amendments that act in a query: of a query about all companies all of them, otherwise each
/// looked up when its event is asked about, so that no answer comes from a part of them.
struct QueryAmendments: Amending {
  private let facts: AmendmentFacts
  private let clocks: Clocks
  private let whole: ActingAmendments?
  private let none: ActingAmendments

  init(_ facts: AmendmentFacts, on clocks: Clocks, whole: ActingAmendments?) {
    self.facts = facts
    self.clocks = clocks
    self.whole = whole
    none = ActingAmendments([], within: clocks)
  }

  func acts(on position: Position) throws -> ActingAmendments {
    if let whole { return whole }
    guard try !facts.amendments(of: position).isEmpty else { return none }
    return ActingAmendments(try facts.closed(over: [position]), within: clocks)
  }
}

/// The amendments of known events that act in a query; asked about another event, it says so.
struct KnownAmendments: Amending {
  private let acting: ActingAmendments
  /// The events; nil for all.
  private let events: Set<Position>?

  init(_ closed: ClosedAmendments, within clocks: Clocks) {
    acting = ActingAmendments(closed.amendments, within: clocks)
    events = closed.events
  }

  func acts(on position: Position) throws -> ActingAmendments {
    guard events?.contains(position) ?? true else {
      throw ProjectionError.notAskedAbout("the event at position \(position)")
    }
    return acting
  }
}

/// Some events' amendments, with those of these, and so on.
struct ClosedAmendments {
  let amendments: [Amendment]
  /// The events; nil for all.
  let events: Set<Position>?
}

extension AmendmentFacts {
  /// Those of some events; nil for all events.
  func known(about events: Set<Position>?) throws -> ClosedAmendments {
    ClosedAmendments(
      amendments: try events.map { try closed(over: $0) } ?? whole(), events: events)
  }
}
