import EventLog
import Stances

/// What one state of a log says to any query, each part read at most once, when it is first asked
/// for.
///
/// The views of one query share it: other clocks, or fewer companies, read nothing again.
final class LogFacts {
  private let log: LogReader
  private var readAmendments: [Amendment]?
  private var readCompanies: [CompanyKey: RegisteredCompany]?
  private var readRegistrations: [Registration]?
  private var readHeads: [Position: LogHead] = [:]
  private var readEvents: [EventFilter: [RecordedEvents.Record]] = [:]
  private var readMoves: [CompanyID: [SubjectMoves]] = [:]
  private var foundAmendments: [Clocks: ActingAmendments] = [:]
  /// The moves of all companies; nil unless they are held.
  private(set) var heldMoves: [SubjectMoves]?

  init(of log: LogReader) {
    self.log = log
  }

  /// The log's corrections and retractions.
  func amendments() throws -> [Amendment] {
    if let readAmendments { return readAmendments }
    let amendments = try log.amendments()
    readAmendments = amendments
    return amendments
  }

  /// Those of them that act in a query.
  func acting(on clocks: Clocks) throws -> ActingAmendments {
    var clocks = clocks
    // No amendment waits for the valid clock.
    clocks.to = .distantFuture
    if let acting = foundAmendments[clocks] { return acting }
    let acting = ActingAmendments(try amendments(), within: clocks)
    foundAmendments[clocks] = acting
    return acting
  }

  /// The companies by the keys that moves carry, with all names that they ever had.
  func companies() throws -> [CompanyKey: RegisteredCompany] {
    if let readCompanies { return readCompanies }
    let companies = try log.companies()
    readCompanies = companies
    return companies
  }

  /// Every registration that a query counts, those that a later one replaced among them, in order
  /// of position, each in its content as amended.
  func registrations(on clocks: Clocks) throws -> [Event] {
    let acting = try acting(on: clocks)
    let all = try readRegistrations ?? log.registrations()
    readRegistrations = all
    return all.filter {
      $0.source <= clocks.at && acting.source(of: $0.position) == $0.source
    }.map(\.event)
  }

  /// The log's head at a position, found in a few point reads.
  func head(at position: Position) throws -> LogHead {
    if let head = readHeads[position] { return head }
    let head = LogHead(
      origin: try log.originText(at: position), size: position.number,
      root: try log.rootText(at: position))
    readHeads[position] = head
    return head
  }

  /// The events that a filter lets through, decoded, in order of position.
  func events(_ filter: EventFilter) throws -> [RecordedEvents.Record] {
    if let events = readEvents[filter] { return events }
    var events: [RecordedEvents.Record] = []
    try log.forEachEvent(filter) { event in
      try log.gather(RecordedEvents.Record.estimatedBytes)
      events.append(RecordedEvents.Record(event))
      return true
    }
    readEvents[filter] = events
    return events
  }

  // MARK: Moves

  /// Holds the moves of all companies from now on: for a query that holds all events as well.
  func holdMoves() throws -> [SubjectMoves] {
    if let heldMoves { return heldMoves }
    let moves = try collected(nil)
    heldMoves = moves
    return moves
  }

  /// The moves of some companies.
  func moves(of companies: [CompanyID]) throws -> [SubjectMoves] {
    try Set(companies).flatMap { company in
      if let moves = readMoves[company] { return moves }
      let moves = try collected([company])
      readMoves[company] = moves
      return moves
    }
    .sorted { $0.subject < $1.subject }
  }

  /// Passes moves straight from the log: those of some companies, by name or by key, or of all; of
  /// these perhaps only such as can count on some clocks.
  func scan(
    _ companies: [CompanyID]?, among keys: Set<CompanyKey>? = nil, on clocks: Clocks? = nil,
    _ body: (MoveSubject, Move) throws -> Void
  ) throws {
    let pass = { (company: CompanyKey, market: Market, move: Move) in
      try body(MoveSubject(company: company, market: market), move)
    }
    if let companies {
      try log.forEachMove(of: companies, pass)
    } else {
      try log.forEachMove(among: keys, begun: clocks?.firstDays, pass)
    }
  }

  private func collected(_ companies: [CompanyID]?) throws -> [SubjectMoves] {
    var found: [SubjectMoves] = []
    try scan(companies) { subject, move in
      try log.gather(SubjectMoves.estimatedBytesOfMove)
      if let last = found.indices.last, found[last].subject == subject {
        found[last].append(move)
      } else {
        found.append(SubjectMoves(of: subject, [move]))
      }
    }
    return found
  }
}
