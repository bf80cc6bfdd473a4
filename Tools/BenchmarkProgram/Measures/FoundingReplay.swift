import Foundation

/// A replay of the founding corpus from start to end of the process, against the smallest query
/// that the sqlite3 shell can make of the same file.
enum FoundingReplay {
  private static let rounds = 51

  static func measure(_ workplace: Workplace) throws -> Measurement {
    let corpus = workplace.root.appending(path: "Events/china-tech-russia")
    let log = workplace.file("founding.sqlite")
    _ = try workplace.makeLog(
      log,
      from: ["companies", "bodies", "events"].map { corpus.appending(path: "\($0).jsonl") })
    var ours: [Duration] = []
    var floor: [Duration] = []
    for _ in 0..<rounds {
      ours.append(try workplace.stance(["posture", "--to", "2022-05-06"], log: log).duration)
      floor.append(
        try ChildProcess("sqlite3", [log.path, "SELECT count(*) FROM event"]).duration)
    }
    return Measurement(
      name: "replay of the founding corpus", ours: milliseconds(ours.median),
      floor: milliseconds(floor.median), ratio: ours.median / floor.median, target: .atMost(10))
  }
}
