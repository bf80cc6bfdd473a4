import JSON
import EventLog
import JSON
import Stances

/// Recording one event durably, read from its JSON, against inserting its rows durably.
enum DurableAppend {
  private static let rounds = 20
  private static let eventsInRound = 25

  static func measure(
    _ log: EventLog, copy: RawCopy, companies: Int, head: Position
  ) throws -> Measurement {
    var source = SyntheticEvents(companies: companies, seed: 2, startingAt: 1_000_000_000)
    var ours: [Duration] = []
    var floor: [Duration] = []
    var head = head
    for _ in 0..<rounds {
      let first = head
      for _ in 0..<eventsInRound {
        let line = Array(source.nextLine().utf8)
        ours.append(
          try timed {
            let event = try ProposedEvent(JSONDocument(parsing: line))
            let now = Timestamp(milliseconds: 1_800_000_000_000)
            head = try log.append([event], as: AppendRequest(recorder: "benchmark", clock: { now }))
              .head
          })
      }
      floor += try copy.insertEach(after: first.number, upTo: head.number)
    }
    return Measurement(
      name: "one durable append", ours: milliseconds(ours.median),
      floor: milliseconds(floor.median), ratio: ours.median / floor.median, target: .atMost(1.5))
  }
}
