import EventLog
import Projections
import Stances

/// Replaying every posture from the whole log, against reading the columns that it reads.
enum FullReplay {
  private static let rounds = 5

  static func measure(_ log: EventLog, raw: RawDatabase, head: Position) throws -> Measurement {
    let clocks = Clocks(to: .distantFuture, at: head)
    var ours: [Duration] = []
    var floor: [Duration] = []
    var rows = 0
    for _ in 0..<rounds {
      ours.append(
        try timed {
          _ = try log.read { try LogView(of: $0, on: clocks).postures() }
        })
      floor.append(try timed { rows = try MoveScan.run(in: raw).rows })
    }
    return Measurement(
      name: "replay of \(rows) moves", ours: rate(rows, in: ours.median),
      floor: rate(rows, in: floor.median), ratio: floor.median / ours.median,
      target: .atLeast(0.4))
  }
}
