import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// A query reads the log once: its amendments, its names, and the moves of each company.
@Suite("The statements of a query")
struct StatementTests {
  @Test(
    "each question reads amendments, names, moves and events as often as the table says",
    arguments: Question.all)
  func counts(question: Question) throws {
    let corpus = try FoundingCorpus()
    let clocks = try corpus.clocks(to: "2022-05-06", knownBy: "2022-05-05")
    let reads = try corpus.log.reads(of: question, on: clocks)
    #expect(reads == question.reads, "\(question)")
  }

  @Test("several questions of one view read no more than the first of them")
  func shared() throws {
    let corpus = try FoundingCorpus()
    let clocks = try corpus.clocks(to: "2022-05-06", knownBy: "2022-05-05")
    let all = Question("all about one company", Reads(names: 1, moves: 1)) {
      let view = $0.narrowed(to: [try $0.company("lenovo")])
      _ = try view.postures()
      _ = try view.postureHistories()
      _ = try view.replayFrames()
      _ = try view.moved(to: Clocks(to: Day(ordinal: 19_358), at: clocks.at)).postures()
      _ = try view.difference(from: Clocks(to: Day(ordinal: 19_047), at: 3))
    }
    var reads = try corpus.log.reads(of: all, on: clocks)
    // The difference compares measures as well.
    reads.events -= 1
    #expect(reads == all.reads)
  }
}

/// How often a query reads each part of the log as a whole, or the part of one company.
struct Reads: Equatable, CustomStringConvertible {
  var amendments = 0
  /// The names of companies, from typed columns.
  var names = 0
  /// The registrations, as the events state them.
  var registrations = 0
  var moves = 0
  /// The cursors over events: one for each filter, or for each version of its types.
  var events = 0

  /// Counts statements by the table that they scan; a look-up of one row is none.
  init(_ statements: [String]) {
    func count(_ part: String, _ other: String = "") -> Int {
      statements.count { $0.contains(part) && $0.contains(other) }
    }
    amendments = count("FROM amendment ORDER BY")
    names = count("FROM registration CROSS JOIN name")
    registrations = count("SELECT position, source FROM registration ORDER BY")
    moves = count("FROM move") - count("FROM move CROSS JOIN amendment")
    // Which keys a log has is asked for its name, by an index.
    events = count("SELECT position, json FROM event") - count("'log_key'")
  }

  init(
    amendments: Int = 0, names: Int = 0, registrations: Int = 0, moves: Int = 0, events: Int = 0
  ) {
    self.amendments = amendments
    self.names = names
    self.registrations = registrations
    self.moves = moves
    self.events = events
  }

  var description: String {
    "amendments \(amendments), names \(names), registrations \(registrations), moves \(moves), "
      + "events \(events)"
  }
}

/// A question with how often it reads what.
struct Question: Sendable, CustomTestStringConvertible {
  let name: String
  let reads: Reads
  let ask: @Sendable (LogView) throws -> Void

  init(_ name: String, _ reads: Reads, _ ask: @escaping @Sendable (LogView) throws -> Void) {
    (self.name, self.reads, self.ask) = (name, reads, ask)
  }

  var testDescription: String { name }

  static let all = [
    Question("postures", Reads(amendments: 1, names: 1, moves: 1)) {
      _ = try $0.answer($0.postures())
    },
    Question("board", Reads(amendments: 1, names: 1, registrations: 1, moves: 1, events: 3)) {
      _ = try $0.answer($0.board())
    },
    Question("board page", Reads(amendments: 1, names: 1, registrations: 1, moves: 1, events: 3)) {
      _ = try $0.answer($0.boardPage())
    },
    Question("company", Reads(names: 1, moves: 1, events: 6)) {
      _ = try $0.answer($0.history(of: $0.company("lenovo")))
    },
    Question("company page", Reads(names: 1, moves: 1, events: 6)) {
      _ = try $0.answer($0.companyPage(of: $0.company("lenovo")))
    },
    Question("explanation", Reads(names: 1, moves: 1)) {
      _ = try $0.answer($0.explanation(of: $0.company("lenovo"), in: Market(code: "RU")))
    },
    Question("timeline", Reads(amendments: 1, events: 1)) { _ = try $0.answer($0.timeline()) },
    Question("timeline page", Reads(amendments: 1, names: 1, moves: 1, events: 1)) {
      _ = try $0.answer($0.timelinePage())
    },
    Question("picture over time", Reads(amendments: 1, names: 1, moves: 1, events: 1)) {
      _ = try $0.answer($0.timePicture())
    },
    Question("measures", Reads(names: 1, events: 2)) { _ = try $0.answer($0.measures()) },
    Question("difference", Reads(amendments: 1, names: 1, moves: 1, events: 1)) {
      var before = $0.clocks
      (before.to, before.knownBy, before.at) = (Day(ordinal: 19_047), nil, 300)
      _ = try $0.answer($0.difference(from: before))
    },
    Question("steps", Reads(amendments: 1, names: 1, moves: 1, events: 1)) {
      _ = try $0.answer($0.steps(from: Day(ordinal: 19_047), by: .week))
    },
    Question("search", Reads(registrations: 1, events: 1)) {
      _ = try $0.answer($0.matches(of: "len"))
    },
    Question("event", Reads()) { _ = try $0.answer($0.event("42")) },
    Question("calendar of postures", Reads(amendments: 1, names: 1, moves: 1, events: 1)) {
      _ = try $0.dates(of: .postures)
    },
    Question("feed of postures", Reads(amendments: 1, names: 1, moves: 1)) {
      _ = try $0.changes(of: .postures)
    },
    Question("chart of postures", Reads(amendments: 1, names: 1, moves: 1)) {
      _ = try $0.histories(of: .postures)
    },
    Question("calendar of the timeline", Reads(amendments: 1, names: 1, moves: 1, events: 1)) {
      _ = try $0.dates(of: .timeline)
    },
    Question("feed of the timeline", Reads(amendments: 1, events: 1)) {
      _ = try $0.changes(of: .timeline)
    },
    Question("chart of the timeline", Reads(events: 1)) { _ = try $0.histories(of: .timeline) },
  ]
}

extension AnsweringLog {
  /// What a question reads of the log.
  func reads(of question: Question, on clocks: Clocks) throws -> Reads {
    var statements: [String] = []
    try read(observing: { statements.append($0.sql) }) { log in
      try question.ask(LogView(of: log, on: clocks))
    }
    return Reads(statements)
  }
}
