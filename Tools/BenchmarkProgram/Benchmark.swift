import ArgumentParser
import EventLog
import Foundation
import Stances

/// Measures `stance` beside what SQLite alone needs for the same, and prints a table.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Tools/benchmark",
    abstract: "Measure stance beside what SQLite alone needs for the same.",
    discussion: """
      Makes a seeded log of events and measures ours and the floor in turns, in one run. Needs \
      some 5 GB in .build/benchmark for a million events, and gives them back.
      """)

  @Option(help: "How many events the log has.")
  var events = 1_000_000

  @Option(help: "How many companies they are about.")
  var companies = 5_000

  @Option(help: "The built program.")
  var stance: String

  @Option(help: "Make the log at this path, keep it, and measure nothing.")
  var make: String?

  @Option(help: "Ask the log at this path, and make and append nothing.")
  var ask: String?

  func run() throws {
    if let ask { return try self.ask(ask) }
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../..").standardized
    let workplace = try Workplace(program: stance, root: root)
    defer { try? workplace.clear() }

    if let make {
      let file = try SyntheticFile(
        at: workplace.file("events.jsonl"), events: events, companies: companies, seed: 1)
      let spent = try workplace.makeLog(URL(filePath: make), from: [file.url])
      print("\(events) events in \(milliseconds(spent))")
      return
    }
    let file = try SyntheticFile(
      at: workplace.file("events.jsonl"), events: events, companies: companies, seed: 1)
    print(
      "\(events) events on \(companies) companies, \(file.bytes / events) bytes each on average")
    print()
    print(MeasurementTable.header)
    let path = workplace.file("log.sqlite")
    let appending = try workplace.makeLog(path, from: [file.url])

    // Memory first: a child's peak is counted from what this program holds when it starts it.
    report(try ReplayMemory.measureWhole(workplace, log: path))
    report(
      try ReplayMemory.measureOneCompany(workplace, few: 1_000, many: min(200_000, events)))
    for line in try LogVerification.measure(workplace, log: path, events: events) { report(line) }
    report(try FoundingReplay.measure(workplace))
    for line in try LongTimeline.measure(workplace) { report(line) }

    let raw = try RawDatabase(path.path)
    let copy = try RawCopy(of: raw, at: workplace.file("floor.sqlite").path)
    report(try BulkAppend.measure(raw, copy: copy, events: events, ours: appending))
    let log = try EventLog.open(at: path.path, for: .appending)
    let head = Position(Int64(events))
    report(try TreeCost.measureBulk(log, events: events, ours: appending))
    report(try FullReplay.measure(log, raw: raw, head: head))
    for line in try AsOfQuestions.measure(log, head: head) { report(line) }
    report(
      try DurableAppend.measure(log, copy: copy, companies: companies, head: head))
    report(try InclusionProofs.measure(log, head: head))
    // Last: a signed log looks back at its last checkpoint before each append.
    report(try TreeCost.measureSingle(log, companies: companies))
    print(notes)
  }

  private func ask(_ path: String) throws {
    print(MeasurementTable.header)
    let log = try EventLog.open(at: path, for: .reading)
    let head = try log.read { try $0.head }
    for line in try AsOfQuestions.measure(log, head: head) { report(line) }
  }

  private func report(_ measurement: Measurement) {
    print(MeasurementTable.row(measurement))
  }

  private var notes: String {
    """

    The floor of an append inserts the finished log's rows through SQLite's C interface: the same
    tables, indices, cache and durability (WAL, synchronous = FULL), without triggers or reference
    checks; reading the rows is not counted. The floor of a replay steps through every column that
    it reads; that of a verification is what SQLite's own integrity_check takes by itself.
    The rate in a second of one core counts the processor time of all threads. An append without
    its tree is one less the time that growing the same tree takes by itself; a signed one also
    remembers its checkpoint outside the log, durably. Medians of several turns, except for the
    whole file, which is appended once.
    * the limit that is set
    """
  }
}
