import EventLog
import Projections
import Stances

/// Questions about all companies as of a day, with the spells beside the log and without.
enum AsOfQuestions {
  private static let rounds = 5
  /// The synthetic events are before the one, half of them before the other.
  private static let late = "2024-06-01"
  private static let middle = "2023-01-01"
  private static let next = "2023-01-02"

  static func measure(_ log: EventLog, head: Position) throws -> [Measurement] {
    let (late, middle, next) = (try day(late), try day(middle), try day(next))
    let catchUp = try timed { try postures(log, Clocks(to: late, at: head)) }
    print("the spells, made from nothing: \(milliseconds(catchUp))")
    return try [
      compared("all postures on a late day", .atMost(0.1)) {
        try postures(log, Clocks(to: late, at: head), spells: $0)
      },
      compared("all postures on a day in the middle", .atMost(0.1)) {
        try postures(log, Clocks(to: middle, at: head), spells: $0)
      },
      compared("the same as known by that day", .atMost(1)) {
        try postures(log, Clocks(to: middle, knownBy: middle, at: head), spells: $0)
      },
      compared("what changed from one day to the next", .atMost(0.1)) { spells in
        try log.read {
          _ = try view($0, Clocks(to: next, at: head), spells)
            .difference(from: Clocks(to: middle, at: head))
        }
      },
    ]
  }

  private static func compared(
    _ name: String, _ target: Measurement.Target, _ ask: (_ spells: Bool) throws -> Void
  ) throws -> Measurement {
    let ours = try (0..<rounds).map { _ in try timed { try ask(true) } }.median
    let floor = try (0..<2).map { _ in try timed { try ask(false) } }.median
    return Measurement(
      name: name, ours: milliseconds(ours), floor: "\(milliseconds(floor)) folded",
      ratio: ours / floor, target: target)
  }

  private static func postures(_ log: EventLog, _ clocks: Clocks, spells: Bool = true) throws {
    _ = try log.read { try view($0, clocks, spells).postures() }
  }

  private static func view(_ log: LogReader, _ clocks: Clocks, _ spells: Bool) -> LogView {
    LogView(of: log, on: clocks, leastEventsForSpells: spells ? 1 : nil)
  }

  private static func day(_ text: String) throws -> Day { try FuzzyDate(text).earliest }
}
