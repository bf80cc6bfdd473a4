import EventLog
import Stances

/// What one state of a log says to any query, each part read at most once, when it is first asked
/// for.
///
/// The views of one query share it: other clocks, or fewer companies, read nothing again.
final class LogFacts {
  /// The log's corrections and retractions.
  let amendments: AmendmentFacts
  private let log: LogReader
  private var readCompanies: [[CompanyID]?: RegisteredCompanies] = [:]
  private var readRegistrations: [Registration]?
  private var readMergers: Mergers?
  private var foundLogRegistrations: [Clocks: LogRegistration?] = [:]
  private var readHeads: [Position: LogHead] = [:]
  private var readEvents: [EventFilter: [RecordedEvents.Record]] = [:]
  private var readPositions: [Position: RecordedEvents.Record] = [:]
  private var readMoves: [CompanyID: [SubjectMoves]] = [:]
  private var foundAmendments: [Clocks: ActingAmendments] = [:]
  /// The moves of all companies; nil unless they are held.
  private(set) var heldMoves: [SubjectMoves]?

  init(of log: LogReader) {
    self.log = log
    amendments = AmendmentFacts(of: log)
  }

  /// Those of all corrections and retractions that act in a query.
  func acting(on clocks: Clocks) throws -> ActingAmendments {
    var clocks = clocks
    // No amendment waits for the valid clock.
    clocks.to = .distantFuture
    if let acting = foundAmendments[clocks] { return acting }
    let acting = ActingAmendments(try amendments.whole(), within: clocks)
    foundAmendments[clocks] = acting
    return acting
  }

  /// Some companies by the keys that moves carry, with all names that they ever had, and those that
  /// they were merged with; nil for all companies.
  func companies(_ asked: [CompanyID]?) throws -> RegisteredCompanies {
    if let read = readCompanies[asked] ?? readCompanies[nil] { return read }
    let companies =
      try asked.map { try log.companies($0, joinedBy: mergers()) } ?? log.companies()
    let titles = Set(companies.values.lazy.flatMap(\.titles).map(\.position))
    let read = RegisteredCompanies(
      companies: companies,
      amendments: asked == nil
        ? try amendments.closed(overRegistrationsAt: titles) : try amendments.closed(over: titles),
      asked: asked.map(Set.init))
    readCompanies[asked] = read
    return read
  }

  /// Every registration that a query counts, those that a later one replaced among them, in order
  /// of position, each in its content as amended.
  func registrations(on clocks: Clocks) throws -> [Event] {
    let all = try readRegistrations ?? log.registrations()
    readRegistrations = all
    return counted(
      all,
      ActingAmendments(
        try amendments.closed(overRegistrationsAt: Set(all.map(\.position))), within: clocks),
      on: clocks)
  }

  /// Those of them that may have a text as a name, whatever the case of its letters.
  func registrations(perhapsNaming text: String, on clocks: Clocks) throws -> [Event] {
    let few = try log.registrations(perhapsNaming: text)
    return counted(
      few,
      ActingAmendments(try amendments.closed(over: Set(few.map(\.position))), within: clocks),
      on: clocks)
  }

  private func counted(
    _ registrations: [Registration], _ acting: ActingAmendments, on clocks: Clocks
  ) -> [Event] {
    registrations.filter {
      $0.source <= clocks.at && acting.source(of: $0.position) == $0.source
    }.map(\.event)
  }

  /// Where the log registers everyone whom some events name, and some companies, with all that they
  /// were merged with.
  func registrations(
    namedIn events: [Event], and companies: [CompanyID]
  ) throws -> Set<Position> {
    try log.registrations(namedIn: events, and: companies, joinedBy: mergers())
  }

  /// What the log is registered as in a query, found once: every page says it.
  func logRegistration(
    on clocks: Clocks, finding find: () throws -> LogRegistration?
  ) rethrows -> LogRegistration? {
    if let found = foundLogRegistrations[clocks] { return found }
    let found = try find()
    foundLogRegistrations[clocks] = .some(found)
    return found
  }

  private func mergers() throws -> Mergers {
    if let readMergers { return readMergers }
    let mergers = try log.mergers()
    readMergers = mergers
    return mergers
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

  /// Whether the events that a filter lets through are read already.
  func hasRead(_ filter: EventFilter) -> Bool { readEvents[filter] != nil }

  /// The event at a position, decoded, if there is one.
  func event(at position: Position) throws -> RecordedEvents.Record? {
    if let record = readPositions[position] { return record }
    return try log.event(at: position).map {
      try log.gather(RecordedEvents.Record.estimatedBytes)
      let record = RecordedEvents.Record($0)
      readPositions[position] = record
      return record
    }
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
      try amendments.readAhead(of: moves, by: company)
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
      // On no day is a date reached before it has begun.
      try log.forEachMove(among: keys, begun: clocks.map { ($0.to, $0.knownBy) }, pass)
    }
  }

  private func collected(_ companies: [CompanyID]?) throws -> [SubjectMoves] {
    var found: [SubjectMoves] = []
    var gathering = SubjectGathering()
    try scan(companies) { subject, move in
      try log.gather(SubjectMoves.estimatedBytesOfMove)
      if let done = gathering.take(subject, move) { found.append(done) }
    }
    if let last = gathering.last { found.append(last) }
    return found
  }
}
