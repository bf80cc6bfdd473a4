import JSON
import EventLog
import Foundation
import Projections
import Reports
import Stances
import TestSupport

/// A log in a directory of its own, and every answer that it gives.
struct AnsweringLog {
  private let directory: TemporaryDirectory
  private let log: EventLog

  /// A new log that holds `events`.
  init(_ events: some Sequence<TestEvent> = []) throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    try append(events)
  }

  /// Appends events, all in one append.
  func append(_ events: some Sequence<TestEvent>, at milliseconds: Int64 = 0) throws {
    try append(events.proposed(), at: milliseconds)
  }

  /// Appends events, all in one append.
  func append(_ events: [ProposedEvent], at milliseconds: Int64 = 0) throws {
    _ = try log.append(
      events, as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: milliseconds) }))
  }

  /// What events would change, none of which is recorded.
  func preview(_ events: some Sequence<TestEvent>, today: Day) throws -> AppendPreview {
    var preview: AppendPreview?
    let request = AppendRequest(
      recorder: "desk", isDryRun: true, clock: { Timestamp(milliseconds: 0) })
    let proposed = try events.proposed()
    try log.append(
      as: request, inspecting: { preview = try AppendPreview(of: $1, in: $0, today: today) }
    ) { session in
      for event in proposed { try session.append(event) }
    }
    guard let preview else { throw CancellationError() }
    return preview
  }

  /// What one consistent state of the log answers; `observe` is shown each run of a statement.
  func read<Result: Sendable>(
    observing observe: ((StatementRun) -> Void)? = nil, _ body: (LogReader) throws -> Result
  ) throws -> Result {
    try log.read(observing: observe, body)
  }

  /// The last position.
  func head() throws -> Position {
    try log.read { try $0.head }
  }

  /// A log that takes in a random history, some events at a time, and is asked after each time, and
  /// perhaps `before`, about the events that come next.
  static func growing(
    seed: UInt64, before: (AnsweringLog, ArraySlice<TestEvent>) throws -> Void = { _, _ in },
    _ ask: (AnsweringLog, _ head: Position, inout SeededGenerator) throws -> Void
  ) throws {
    var rest = RandomHistory(seed: seed, count: 120).events[...]
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog()
    while !rest.isEmpty {
      let size = Int.random(in: 1...20, using: &generator)
      try before(log, rest.prefix(size))
      try log.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      try ask(log, log.head(), &generator)
    }
  }

  /// Where the spells of its postures are, if it has any.
  var spells: URL { URL(filePath: directory.file("log.sqlite-spells")) }

  /// Every event as it was submitted, read again.
  func exported() throws -> [ProposedEvent] {
    var events: [ProposedEvent] = []
    try log.read { reader in
      try reader.forEachProposal { try events.append(ProposedEvent(JSONDocument(parsing: $0))) }
    }
    return events
  }

  /// Everything that the log says in answer to a query, as the reports write it.
  ///
  /// As bytes, so that what is the same is the same to the reader too.
  func answers(_ clocks: Clocks) throws -> [String] {
    try log.read { reader in
      let view = LogView(of: reader, on: clocks)
      let postures = try view.answer(view.postures())
      let timeline = try view.answer(view.timeline())
      let histories = try RandomHistory.companies.compactMap { slug in
        try view.history(of: CompanyID(recorded: slug))
      }.map { try view.answer($0) }
      let documents =
        [PosturesReport.document(postures), TimelineReport.document(timeline)]
        + histories.map { CompanyReport.document($0) }
      let values =
        [PosturesReport.json(postures), TimelineReport.json(timeline)]
        + histories.map { CompanyReport.json($0) }
      let calendar = CalendarFeed.text(
        of: try view.dates(of: .timeline), title: "Dates")
      return documents.map { $0.text(TextStyle(width: 100, color: false)) }
        + values.map { String(decoding: $0.compactBytes(), as: UTF8.self) }
        + [calendar, try meanings(in: view)]
    }
  }

  /// What every name that a random history gives means in a query.
  private func meanings(in view: LogView) throws -> String {
    let named = try RandomHistory.names.map { name in
      do {
        return "\(name): \(try view.company(name))"
      } catch let refusal as QueryError {
        return "\(refusal)"
      }
    }
    let found = try view.matches(of: "no")
      .map { "\($0.entity) \($0.name) \($0.found)" }
    return (named + found).joined(separator: "\n")
  }

  /// The dates for a calendar.
  func calendar(_ clocks: Clocks) throws -> [CalendarItem] {
    try log.read { try LogView(of: $0, on: clocks).calendar() }
  }

  /// The position that an instant stands for, and whether it stays.
  func position(at instant: Timestamp) throws -> (position: Position, isFixed: Bool) {
    try log.read { reader in
      let head = try reader.state
      let point = LogPoint.instant(instant)
      return (
        try point.position(in: reader, with: head, now: instant), point.isFixed(by: head)
      )
    }
  }

  /// What changed from day to day.
  func steps(_ clocks: Clocks, from first: Day, by unit: ReplayStepUnit) throws -> [ReplayStep] {
    try log.read {
      try LogView(of: $0, on: clocks).steps(from: first, by: unit)
    }
  }

  /// What changed between two queries, each answered by itself.
  func difference(from before: Clocks, to after: Clocks) throws -> Difference {
    try log.read { try LogView(of: $0, on: after).difference(from: before) }
  }

  /// How postures went from day to day; nil for those of all companies.
  func postureHistories(
    _ clocks: Clocks, from first: Day = .distantPast, of companies: [CompanyID]? = nil
  ) throws -> [PostureHistory] {
    try log.read {
      try LogView(of: $0, on: clocks, companies: companies).postureHistories(from: first)
    }
  }

  /// Every posture on every day, as known by every day.
  func replayFrames(_ clocks: Clocks) throws -> [ReplayFrames] {
    try log.read { try LogView(of: $0, on: clocks).replayFrames() }
  }

  /// How measures went from day to day.
  func measureHistories(_ clocks: Clocks) throws -> [MeasureHistory] {
    try log.read { try LogView(of: $0, on: clocks).measureHistories() }
  }

  /// The regulatory timeline.
  func timeline(_ clocks: Clocks) throws -> Timeline {
    try log.read { try LogView(of: $0, on: clocks).timeline() }
  }

  /// The postures of some companies; nil for all.
  func postures(_ clocks: Clocks, of companies: [CompanyID]? = nil) throws -> [Posture] {
    try log.read {
      try LogView(of: $0, on: clocks, companies: companies).postures()
    }
  }
}

extension Clocks {
  /// A query as chance gives it, on the days of a random history and around them, by any rules.
  static func random(
    at position: Position, by rules: RuleSet? = nil, using generator: inout SeededGenerator
  ) -> Clocks {
    let days = 18_980..<19_380
    let knownBy =
      Bool.random(using: &generator)
      ? Day(ordinal: Int.random(in: days, using: &generator)) : nil
    return Clocks(
      to: Day(ordinal: Int.random(in: days, using: &generator)), knownBy: knownBy, at: position,
      fuzzy: Bool.random(using: &generator) ? .lenient : .strict,
      rules: rules ?? (Bool.random(using: &generator) ? .first : .second))
  }
}
