import EventLog
import Foundation
import Stances
import TestSupport
import Testing

@Suite("Appends that are killed")
struct AtomicAppendTests {
  /// Files of this many events are imported, each in one append.
  private static let eventsInFile = 400

  @Test("an import killed at any moment is in the log as a whole or not at all")
  func killed() throws {
    let seed: UInt64 = 7
    var generator = SeededGenerator(seed: seed)
    let directory = try TemporaryDirectory()
    let path = directory.file("log.sqlite")
    _ = try EventLog.create(at: path).append(
      [company("ada"), body("ministry")].proposed(),
      as: AppendRequest(recorder: "test", clock: { Timestamp(milliseconds: 0) }))
    let longest = try unhurried(directory)
    var head: Position = 2
    var killed = 0
    for round in 0..<24 {
      let file = try write(round, in: directory)
      let program = try Program(
        [Program.stance, "append", "--from", file, "--log", path], in: directory.path)
      // From right at the start to a little after the end.
      usleep(UInt32.random(in: 0...UInt32(longest * 1_100_000), using: &generator))
      program.send(SIGKILL)
      let outcome = try program.outcome()

      let log = try EventLog.open(at: path, for: .appending)
      let found = try log.read { try $0.head }
      let isWhole = found.count(after: head) == Self.eventsInFile
      #expect(found == head || isWhole, "seed \(seed), round \(round), head \(head) → \(found)")
      if outcome.status == 0 { #expect(isWhole) } else { killed += 1 }
      head = found
    }
    #expect(killed > 4, "the import is over before it can be killed")
    let verified = try Program([Program.stance, "verify", "--log", path], in: directory.path)
      .outcome()
    #expect(verified.status == 0, "\(verified.output)\(verified.messages)")
  }

  /// How many seconds an import takes if it is not killed.
  private func unhurried(_ directory: TemporaryDirectory) throws -> Double {
    let path = directory.file("other.sqlite")
    let file = try write(0, in: directory)
    _ = try EventLog.create(at: path).append(
      [company("ada"), body("ministry")].proposed(),
      as: AppendRequest(recorder: "test", clock: { Timestamp(milliseconds: 0) }))
    let start = ContinuousClock.now
    let outcome = try Program(
      [Program.stance, "append", "--from", file, "--log", path], in: directory.path
    ).outcome()
    try #require(outcome.status == 0, "\(outcome.messages)")
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private func write(_ round: Int, in directory: TemporaryDirectory) throws -> String {
    let path = directory.file("import-\(round).jsonl")
    let lines = (0..<Self.eventsInFile).map { index in
      silentReduction("ada", .reducing, on: "2022-03", id: "event-\(round)-\(index)").line
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    return path
  }
}
