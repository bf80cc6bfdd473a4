import JSON
import EventLog
import JSON
import Stances
import Transparency

/// What the Merkle tree and the signature add to an append.
enum TreeCost {
  private static let batch: UInt64 = 10_000
  private static let rounds = 200

  /// Of a whole file: its append without the time that growing its tree takes by itself.
  static func measureBulk(
    _ log: EventLog, events: Int, ours: Duration
  ) throws -> Measurement {
    var growing = Duration.zero
    var tree = CompactRange()
    try log.read { reader in
      for first in stride(from: UInt64(0), to: UInt64(events), by: UInt64.Stride(batch)) {
        let leaves = try reader.leaves(first..<min(first + batch, UInt64(events)))
        growing += try timed { for leaf in leaves { try tree.append(.leaf(leaf)) } }
      }
    }
    let without = ours - growing
    return Measurement(
      name: "whole file, with tree : without", ours: rate(events, in: ours),
      floor: rate(events, in: without), ratio: without / ours, target: .atLeast(0.7))
  }

  /// Of one event: recorded durably and its head signed and kept in the log, durably too, against
  /// recorded alone.
  static func measureSingle(_ log: EventLog, companies: Int) throws -> Measurement {
    var source = SyntheticEvents(companies: companies, seed: 6, startingAt: 2_000_000_000)
    let key = try SigningKey(newFor: KeyName("stance.example.org/benchmark"))
    let now = Timestamp(milliseconds: 1_800_000_000_000)
    try log.name(key.verifier, recorder: "benchmark", clock: { now })
    var signed: [UInt8]?
    var alone: [Duration] = []
    var both: [Duration] = []
    func append() throws {
      let event = try ProposedEvent(JSONDocument(parsing: Array(source.nextLine().utf8)))
      try log.append([event], as: AppendRequest(recorder: "benchmark", clock: { now }))
    }
    for _ in 0..<rounds {
      alone.append(try timed { try append() })
      both.append(
        try timed {
          try append()
          signed = try log.sign(with: key, remembered: signed) { _ in }.bytes
        })
    }
    return Measurement(
      name: "one durable append, signed : unsigned", ours: milliseconds(both.median),
      floor: milliseconds(alone.median), ratio: both.median / alone.median, target: .atMost(1.3))
  }
}
