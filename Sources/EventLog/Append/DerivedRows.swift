import GRDB
import Stances

/// What the other tables have about one event: everything in a log that is not the event itself.
struct DerivedRows {
  /// A name that an event concerns.
  struct Subject: Equatable {
    let name: LogName
    let position: Position
  }

  /// A move with the company and the market that it is made in.
  struct CompanyMove {
    let company: LogName
    let market: Market
    let move: Move
  }

  /// A name and its country and sector, from a registration or its correction.
  struct Registered {
    let position: Position
    let source: Position
    let name: LogName
    let title: String
    let country: Market?
    let sector: String?
    /// From when it is so; nil for always.
    let occurred: DayRange?
    /// When anyone could have known it; nil for always.
    let published: DayRange?
    /// The company or body that it belongs to.
    let parent: LogName?
    /// The company that this one is from then on.
    let mergedInto: LogName?
  }

  /// One name or alias of a company or a body, as the eye takes it.
  struct Label: Hashable {
    let look: String
    let name: LogName
    let position: Position
    let source: Position
  }

  /// The name that the event brings into the log, which may have it already.
  let introduced: LogName?
  /// The names that the event concerns, without repetition.
  let subjects: [Subject]
  let moves: [CompanyMove]
  let amendment: Amendment?
  let registration: Registered?
  /// What the registration calls the company or body, each once.
  let labels: [Label]

  /// Derives the rows of an event that names no other event; nil for one that does.
  init?(ofIndependent event: Event, at position: Position) {
    switch event.content {
    case .correction, .retraction: return nil
    case .denial(let denial) where !denial.denies.isEmpty: return nil
    default: break
    }
    introduced = event.content.introducedName
    subjects = Self.subjects(event.content.ownSubjects, at: position)
    amendment = nil
    moves = Self.moves(
      of: event, by: Self.acting(in: event), at: position, source: position)
    registration = Self.registration(by: event, at: position, source: position)
    labels = Self.labels(by: event, at: position, source: position)
  }

  /// Derives the rows of an event whose references hold and which is recorded at `position`.
  init(of event: Event, at position: Position, in lookup: LogLookup) throws {
    if let independent = Self(ofIndependent: event, at: position) {
      self = independent
      return
    }
    introduced = event.content.introducedName
    subjects = Self.subjects(
      try Self.names(in: event.content, before: position, lookup), at: position)
    switch event.content {
    case .correction(let correction):
      let target = try lookup.position(of: correction.corrects)
      amendment = target.flatMap { Self.amendment(event, .correction, at: position, of: $0) }
      moves = try Self.moves(
        of: correction.replacement, at: target ?? position, source: position, in: lookup)
      registration = Self.registration(
        by: correction.replacement, at: target ?? position, source: position)
      labels = Self.labels(by: correction.replacement, at: target ?? position, source: position)
    case .retraction(let retraction):
      let target = try lookup.position(of: retraction.retracts)
      amendment = target.flatMap { Self.amendment(event, .retraction, at: position, of: $0) }
      moves = []
      registration = nil
      labels = []
    default:
      amendment = nil
      moves = try Self.moves(of: event, at: position, source: position, in: lookup)
      registration = nil
      labels = []
    }
  }

  /// The same for a recorded event; nil if an event that it amends cannot be read, which is a
  /// finding of its own.
  init?(ofRecorded event: Event, at position: Position, in lookup: LogLookup) throws {
    do {
      try self.init(of: event, at: position, in: lookup)
    } catch is EventError {
      return nil
    }
  }

  /// Passes the rows of every event after a position that can be read and is known, in order.
  static func forEach(
    after position: Position, in database: Database, _ lookup: LogLookup,
    _ body: (Position, DerivedRows) throws -> Void
  ) throws {
    let events = try RawStatement(
      "SELECT position, json FROM event WHERE position > ? ORDER BY position", in: database)
    events.bind(position, at: 1)
    while try events.step() {
      let position = events.position(0)
      let event = try? RecordedEvent(position: position, bytes: Array(events.bytes(1)))
      guard let content = event?.event,
        let rows = try DerivedRows(ofRecorded: content, at: position, in: lookup)
      else { continue }
      try body(position, rows)
    }
  }

  private static func subjects(_ names: [LogName], at position: Position) -> [Subject] {
    let distinct =
      names.count < 2
      ? names : names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    return distinct.map { Subject(name: $0, position: position) }
  }

  /// The names that an event concerns; an amendment also concerns those of its target.
  ///
  /// A target comes before its amendment. In a forged log it may not, and following it further
  /// would not end.
  private static func names(
    in content: EventContent, before position: Position, _ lookup: LogLookup
  ) throws -> [LogName] {
    let target: EventID? =
      switch content {
      case .correction(let correction): correction.corrects
      case .retraction(let retraction): retraction.retracts
      default: nil
      }
    guard let target, let place = try lookup.position(of: target), place < position,
      let event = try lookup.event(at: place)?.event
    else { return content.ownSubjects }
    return try content.ownSubjects + names(in: event.content, before: place, lookup)
  }

  /// The moves of an event that may name others.
  ///
  /// A body that denies for its members, and for no one company, denies for those of the events that
  /// it names.
  private static func moves(
    of event: Event, at position: Position, source: Position, in lookup: LogLookup
  ) throws -> [CompanyMove] {
    let denied = try lookup.positions(deniedBy: event)
    var companies = acting(in: event)
    if case .denial = event.content, companies.isEmpty {
      for place in denied.values.sorted() {
        guard let company = try lookup.event(at: place)?.event?.content.company,
          !companies.contains(company)
        else { continue }
        companies.append(company)
      }
    }
    return moves(of: event, by: companies, at: position, source: source, denying: denied)
  }

  /// The company whose moves an event makes, if it makes any.
  private static func acting(in event: Event) -> [CompanyID] {
    event.content.type.isRegistration ? [] : [event.content.company].compactMap(\.self)
  }

  private static func moves(
    of event: Event, by companies: [CompanyID], at position: Position, source: Position,
    denying denied: [EventID: Position] = [:]
  ) -> [CompanyMove] {
    guard !companies.isEmpty else { return [] }
    let moves = Move.moves(
      of: event, position: position, source: source, positionOf: { denied[$0] })
    return companies.flatMap { company in
      event.content.markets.flatMap { market in
        moves.map { CompanyMove(company: LogName(company), market: market, move: $0) }
      }
    }
  }

  private static func amendment(
    _ event: Event, _ kind: Amendment.Kind, at position: Position, of target: Position
  ) -> Amendment? {
    event.published.map {
      Amendment(
        position: position, target: target, kind: kind,
        published: DayRange(of: $0))
    }
  }

  private static func registration(
    by event: Event, at position: Position, source: Position
  ) -> Registered? {
    let occurred = event.occurred.map(DayRange.init(of:))
    let published = event.published.map(DayRange.init(of:))
    return switch event.content {
    case .companyRegistered(let registration):
      Registered(
        position: position, source: source, name: LogName(registration.company),
        title: registration.identity.name, country: registration.country,
        sector: registration.identity.sector, occurred: occurred, published: published,
        parent: registration.parent.map(LogName.init),
        mergedInto: registration.mergedInto.map(LogName.init))
    case .bodyRegistered(let registration):
      Registered(
        position: position, source: source, name: LogName(registration.body),
        title: registration.identity.name, country: registration.jurisdiction,
        sector: registration.identity.sector, occurred: occurred, published: published,
        parent: registration.parent.map(LogName.init), mergedInto: nil)
    default:
      nil
    }
  }

  private static func labels(
    by event: Event, at position: Position, source: Position
  ) -> [Label] {
    guard let (name, identity) = event.content.registered else { return [] }
    return Set(identity.allNames.map(looks)).sorted().map {
      Label(look: $0, name: name, position: position, source: source)
    }
  }
}

extension EventContent {
  /// Who is registered, and as what; nil for anything but a registration.
  fileprivate var registered: (name: LogName, identity: Identity)? {
    switch self {
    case .companyRegistered(let event): (LogName(event.company), event.identity)
    case .bodyRegistered(let event): (LogName(event.body), event.identity)
    default: nil
    }
  }
}
