import Foundation

/// `stance verify` of the whole log, from start to end of the process.
enum LogVerification {
  /// How many events a core should verify in a second.
  private static let target = 400_000.0
  private static let rounds = 3

  static func measure(
    _ workplace: Workplace, log: URL, events: Int
  ) throws -> [Measurement] {
    let runs = try (0..<rounds).map { _ in try workplace.stance(["verify"], log: log) }
      .sorted { $0.duration < $1.duration }
    let run = runs[runs.count / 2]
    let integrity = try ChildProcess("sqlite3", [log.path, "PRAGMA integrity_check"])
    let perCore = Double(events) / run.processorTime.seconds
    let cores = run.processorTime / run.duration
    return [
      Measurement(
        name: "verify, in a second of one core", ours: rate(events, in: run.processorTime),
        floor: "\(Int(target)) /s *", ratio: perCore / target, target: .atLeast(1)),
      Measurement(
        name: "verify, cores at work", ours: fixed(cores, places: 2), floor: "1 core",
        ratio: cores, target: .atLeast(1.5)),
      Measurement(
        name: "verify, start to end", ours: rate(events, in: run.duration),
        floor: rate(events, in: integrity.duration),
        ratio: integrity.duration / run.duration, target: .atLeast(0.5)),
      Measurement(
        name: "peak memory of verify", ours: megabytes(run.peakMemory), floor: "150.0 MB *",
        ratio: Double(run.peakMemory) / 150_000_000, target: .atMost(1)),
    ]
  }
}
