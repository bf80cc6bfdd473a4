package import EventLog
import Stances

/// The file of spells beside a log, kept up with the log: what a question looks up there, and how it
/// is computed.
///
/// Every answer is the same with and without the file.
struct KeptSpells {
  private let view: LogView
  private let store: SpellStore
  private let key: String

  /// If more than one in so many events is not in the file yet, it is written anew.
  static let share = 4

  /// - Returns: nil if the log is short, or the file can have no place.
  init?(for view: LogView) {
    guard view.clocks.at.number >= view.leastEventsForSpells, let store = SpellStore(of: view.log)
    else { return nil }
    self.view = view
    self.store = store
    key = "spells/5 \(RuleSet.current.rawValue) \(SpellStore.program)"
  }

  /// Looks something up in the file, which is written first if it is of no use, and brought to the
  /// log's head afterwards; until then it has nothing of `behind`.
  ///
  /// - Returns: nil if the body answers nil, or there is no file that could be used.
  func lookUp<Result>(
    _ body: (SpellReader, _ behind: Set<CompanyKey>) throws -> Result?
  ) throws -> Result? {
    try withoutDamaged {
      if let looked = try attempt(body) { return looked.answer }
      // Whoever has only so much time for an answer does without.
      guard !view.log.isBounded, try rebuild() else { return nil }
      return try attempt(body)?.answer
    }
  }

  /// Looks something up in the file once that is at the log's head.
  func lookUpAtHead<Result>(_ body: (SpellReader) throws -> Result) throws -> Result? {
    let head = try view.log.head
    for _ in 0..<2 {
      let found = try lookUp { reader, _ -> Looked<Result> in
        Looked(answer: reader.header.position == head ? try body(reader) : nil)
      }
      guard let found else { return nil }
      if let answer = found.answer { return answer }
    }
    return nil
  }

  /// Reads a file that is there, whatever position it is of.
  func read<Result>(_ body: (SpellReader) throws -> Result) throws -> Result? {
    try withoutDamaged { try store.read(key: key, body) }
  }

  /// How many events of each type and version the log has, from a file that is there; neither it nor
  /// the log is written.
  func typeCounts() throws -> [TypeCount]? {
    let log = view.log
    return try withoutDamaged {
      try store.read(key: key) { reader in
        let header = reader.header
        guard try isCurrent(header) else { return nil }
        return try log.typeCounts(header.types, after: header.position)
      } ?? nil
    }
  }

  /// What a file answers; nil if it is damaged, and then it is removed.
  private func withoutDamaged<Result>(_ body: () throws -> Result?) throws -> Result? {
    do {
      return try body()
    } catch let refusal as SpellStore.SpellError {
      if refusal == .damaged { store.discard() }
      return nil
    }
  }

  /// Whether a file is of this log, and not of a very early state of it.
  private func isCurrent(_ header: SpellStore.Header) throws -> Bool {
    let head = try view.log.head
    return try header.position <= head
      && head.count(after: header.position) * Self.share <= head.number
      && view.log.rootText(at: header.position) == header.root
  }

  /// What a file that is there answers, if it does.
  private struct Looked<Result> {
    let answer: Result?
  }

  /// - Returns: nil if there is no file of this log, or a very old one.
  private func attempt<Result>(
    _ body: (SpellReader, _ behind: Set<CompanyKey>) throws -> Result?
  ) throws -> Looked<Result>? {
    let log = view.log
    let head = try log.head
    var behind: (header: SpellStore.Header, companies: Set<CompanyKey>)?
    let looked: Looked<Result>?? = try store.read(key: key) { reader in
      let header = reader.header
      guard try isCurrent(header) else { return nil }
      if header.position < head {
        behind = (header, try log.companies(concernedAfter: header.position))
      }
      return Looked(answer: try body(reader, behind?.companies ?? []))
    }
    if let behind {
      try store.update(
        behind.header, to: head, root: log.rootText(at: head),
        with: log.typeCounts(behind.header.types, after: behind.header.position),
        replacing: behind.companies.sorted()
      ) {
        try view.write(behind.companies, to: $0)
        try $0.add(log.moments(after: behind.header.position))
        try $0.writeWords(of: log, after: behind.header.position, upTo: head)
      }
    }
    return looked ?? nil
  }

  private func rebuild() throws -> Bool {
    let log = view.log
    let head = try log.head
    let header = SpellStore.Header(
      key: key, position: head, root: try log.rootText(at: head), types: try log.typeCounts())
    return try store.replace(header) { writer in
      try view.write(nil, to: writer)
      try writer.writeMoments { try log.forEachMoment(upTo: head, $0) }
      try writer.writeWords(of: log, after: .beforeFirst, upTo: head)
    }
  }
}

extension LogView {
  /// Writes the spells of some companies, or of all, as of the log's head.
  ///
  /// While moves are read, those before them are folded on another thread.
  fileprivate func write(_ companies: Set<CompanyKey>?, to writer: SpellWriter) throws {
    let clocks = Clocks(to: .distantFuture, at: try log.head)
    let acting = try moved(to: clocks).acting()
    var waiting: [KnownSubject] = []
    var folding: (subjects: [KnownSubject], folded: Background<[FoldedSubject]>)?
    func writeFolded() throws {
      guard let done = folding else { return }
      folding = nil
      for (subject, folded) in zip(done.subjects, done.folded.result()) {
        try write(subject, folded, acting: acting, clocks, to: writer)
      }
    }
    func fold() throws {
      let subjects = waiting
      waiting = []
      let next = Background { subjects.map { FoldedSubject($0, on: clocks) } }
      try writeFolded()
      folding = (subjects, next)
    }
    func finish(_ subject: SubjectMoves) throws {
      waiting.append(try KnownSubject(subject, facts.amendments, on: clocks))
      if waiting.count == KnownSubject.foldedAtOnce { try fold() }
    }
    var gathering = SubjectGathering()
    try facts.forEachMove(of: nil, among: companies) { subject, move in
      if let done = gathering.take(subject, move) { try finish(done) }
    }
    if let last = gathering.last { try finish(last) }
    try writeFolded()
    for subject in waiting {
      try write(subject, FoldedSubject(subject, on: clocks), acting: acting, clocks, to: writer)
    }
  }

  /// Writes the spells and the states of one company in one market.
  private func write(
    _ subject: KnownSubject, _ folded: FoldedSubject, acting: QueryAmendments, _ clocks: Clocks,
    to writer: SpellWriter
  ) throws {
    let periods = folded.history.periods
    // After the last move nothing but days that come make another spell.
    let late = periods.lastIndex { period in folded.quiet.map { period.from <= $0 } ?? false }
    var references = EventReferences()
    for period in periods[(late ?? 0)...] { references.insert(period.finding) }
    let details = try EventDetails(of: references, in: log, acting: acting)
    try writer.write(
      subject.subject.company, subject.subject.market, known: subject.known,
      touched: subject.touched, spells: periods.map { ($0.from, $0.finding.encoded) },
      late: late ?? 0, details: details.packed())
    for state in folded.states.states {
      try writer.write(state, of: subject.subject.company, in: subject.subject.market)
    }
  }
}

/// What is recorded of a company in a market, and since when all of it is known.
private struct KnownSubject: Sendable {
  let subject: MoveSubject
  /// All moves, in fold order.
  let moves: [Move]
  /// The amendments of their events, and those of these.
  let amendments: [Amendment]
  /// The last day on which something about it became known.
  private(set) var known = Day.distantPast
  /// The last position that says something about it.
  private(set) var touched = Position.beforeFirst

  /// So many are folded on another thread at once.
  static let foldedAtOnce = 250

  init(_ subject: SubjectMoves, _ facts: AmendmentFacts, on clocks: Clocks) throws {
    self.subject = subject.subject
    moves = subject.moves
    amendments = try facts.closed(over: Set(moves.map(\.position)))
    for move in moves { note(max(move.position, move.source), move.published, clocks) }
    for amendment in amendments { note(amendment.position, amendment.published, clocks) }
  }

  private mutating func note(_ position: Position, _ published: DayRange, _ clocks: Clocks) {
    known = max(known, clocks.reach.day(reaching: published))
    touched = max(touched, position)
  }
}

/// What the moves of a company in a market come to.
private struct FoldedSubject: Sendable {
  /// How its finding goes from day to day when all is known.
  let history: FindingHistory
  /// The last day on which a move is reached.
  let quiet: Day?
  let states: FoldStates

  init(_ subject: KnownSubject, on clocks: Clocks) {
    let acting = ActingAmendments(subject.amendments, within: clocks)
    let moves = subject.moves.filter(acting.admits)
    history = FindingHistory(of: moves, from: .distantPast, clocks: clocks)
    quiet = moves.lazy.map { clocks.reach.day(reaching: $0) }.max()
    states = FoldStates(of: subject.moves, amendedBy: subject.amendments, at: clocks.at)
  }
}

extension LogView {
  /// The log at a glance; how many events there are is looked up beside the log, if it is there.
  package func glance() throws -> LogStatus {
    try log.status(with: KeptSpells(for: self)?.typeCounts())
  }
}
