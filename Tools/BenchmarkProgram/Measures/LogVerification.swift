import EventLog
import Foundation
import Transparency

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
      try measureHashing(log, events: events, ours: run.duration),
    ]
  }

  /// Against nothing but the hash of each event, which no verification can do without.
  private static func measureHashing(
    _ log: URL, events: Int, ours: Duration
  ) throws -> Measurement {
    let batch: UInt64 = 10_000
    var hashing = Duration.zero
    try EventLog.open(at: log.path, for: .reading).read { reader in
      for first in stride(from: UInt64(0), to: UInt64(events), by: UInt64.Stride(batch)) {
        let leaves = try reader.leaves(first..<min(first + batch, UInt64(events)))
        hashing += timed {
          for leaf in leaves { withExtendedLifetime(MerkleHash.leaf(leaf)) {} }
        }
      }
    }
    return Measurement(
      name: "verify, start to end : SHA-256 alone", ours: rate(events, in: ours),
      floor: rate(events, in: hashing), ratio: hashing / ours, target: .atLeast(0.2))
  }
}
