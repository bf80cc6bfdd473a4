import Answers
import Stances
import TestSupport
import Testing

@testable import EventLog

/// How SQLite finds what a question asks for: by its plans, and by the steps that it takes.
@Suite("Query plans")
struct QueryPlanTests {
  @Test("no question scans a table once for each row of another", arguments: FormatCost.all)
  func plans(cost: FormatCost) throws {
    let corpus = try FoundingCorpus()
    let statements = Set(try cost.runs(in: corpus.log).map(\.sql))
    try corpus.log.read { log in
      for statement in statements where !statement.isEmpty {
        let plan = try QueryPlan(of: statement, in: log)
        #expect(plan.innerScans == [], "\(cost): \(statement)\n\(plan)")
        guard cost.namesSomething, !statement.hasSuffix("LIMIT 1") else { continue }
        #expect(plan.eventScans == [], "\(cost): \(statement)\n\(plan)")
      }
    }
  }

  @Test("an answer takes no more steps when the log grows by what it is not about")
  func steps() throws {
    let log = try SeededLog.grown.get()
    for asked in AskedAtSize.all {
      let runs = try #require(log.runs[asked], "\(asked.testDescription)")
      let allowed = asked.reads.reduce(0) { $0 + (log.added[$1] ?? 0) }
      let (few, many) = (runs.few.total, runs.many.total)
      #expect(
        many.steps <= few.steps + 100 + 60 * allowed,
        "\(asked.testDescription): \(few.steps), then \(many.steps)\n\(runs.many.mostSteps)")
      #expect(
        many.scanned <= few.scanned && many.scanned <= 5 * (SeededLog.companies + 2),
        "\(asked.testDescription): \(few.scanned) rows, then \(many.scanned)")
    }
  }

  @Test("a plan that scans a table in another loop, or all events, is recognised")
  func recognition() throws {
    let log = try AnsweringLog([company("ada", id: "reg-ada")])
    try log.read { log in
      let inner = try QueryPlan(
        of: "SELECT 1 FROM name CROSS JOIN registration ON registration.name = +name.key + 0",
        in: log)
      #expect(inner.innerScans.count == 1, "\(inner)")
      for sql in [
        "SELECT json FROM event", "SELECT json FROM event WHERE position > 5",
        "SELECT count(*) FROM event GROUP BY type, v",
      ] {
        #expect(try QueryPlan(of: sql, in: log).eventScans.count == 1, "\(sql)")
      }
      let found = try QueryPlan(of: "SELECT json FROM event WHERE position = 5", in: log)
      #expect(found.innerScans + found.eventScans == [])
    }
  }
}

/// What SQLite says of how it will run a statement.
struct QueryPlan: CustomStringConvertible {
  private struct Line {
    let id: Int64
    let parent: Int64
    let text: String
  }

  private var lines: [Line] = []

  init(of statement: String, in log: LogReader) throws {
    let rows = try RawStatement("EXPLAIN QUERY PLAN \(statement)", in: log.database)
    while try rows.step() {
      lines.append(Line(id: rows.integer(0), parent: rows.integer(1), text: rows.text(3)))
    }
  }

  var description: String { lines.map(\.text).joined(separator: "\n") }

  /// The scans of whole tables that begin again for each row of another loop.
  var innerScans: [String] {
    Dictionary(grouping: lines, by: \.parent).values.flatMap { siblings in
      let loops = siblings.filter { $0.text.hasPrefix("SCAN") || $0.text.hasPrefix("SEARCH") }
      let isInLoop = isInLoop(siblings[0].parent)
      return loops.enumerated().filter { $0.element.text.hasPrefix("SCAN") }
        .filter { $0.offset > 0 || isInLoop }.map(\.element.text)
    }
  }

  /// The loops over all events, or over all after or before a position.
  var eventScans: [String] {
    lines.map(\.text).filter {
      $0.hasPrefix("SCAN event") || $0.hasPrefix("SEARCH event USING INTEGER PRIMARY KEY (rowid>")
        || $0.hasPrefix("SEARCH event USING INTEGER PRIMARY KEY (rowid<")
    }
  }

  /// Whether what is under a line runs for each row of the loops around it.
  private func isInLoop(_ id: Int64) -> Bool {
    guard let line = lines.first(where: { $0.id == id }) else { return false }
    return line.text.hasPrefix("CORRELATED") || isInLoop(line.parent)
  }
}

extension FormatCost {
  /// Whether the question names a company, a measure or an event.
  fileprivate var namesSomething: Bool {
    !given.keys.filter { ["company", "measure", "event"].contains($0) }.isEmpty
  }
}

extension [StatementRun] {
  fileprivate var total: (steps: Int, scanned: Int) {
    (reduce(0) { $0 + $1.steps }, reduce(0) { $0 + $1.scanned })
  }

  /// The statements that took the most steps.
  fileprivate var mostSteps: String {
    Dictionary(grouping: self, by: \.sql).mapValues(\.total.steps).sorted { $0.value > $1.value }
      .prefix(4).map { "\($0.value): \($0.key)" }.joined(separator: "\n")
  }
}
