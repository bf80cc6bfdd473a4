import Foundation

/// The most memory that `stance posture --json` holds, from start to end of the process.
enum ReplayMemory {
  /// The most that a replay of a million events may hold.
  private static let limit = 150_000_000

  /// On the whole log, against the limit.
  static func measureWhole(_ workplace: Workplace, log: URL) throws -> Measurement {
    let peak = try peak(workplace, log)
    return Measurement(
      name: "peak memory of a replay", ours: megabytes(peak), floor: "\(megabytes(limit)) *",
      ratio: Double(peak) / Double(limit), target: .atMost(1))
  }

  /// On one company with many events, against the same with few.
  static func measureOneCompany(
    _ workplace: Workplace, few: Int, many: Int
  ) throws -> Measurement {
    let peaks = try [few, many].map { count in
      let file = workplace.file("one-company-\(count).jsonl")
      let log = workplace.file("one-company-\(count).sqlite")
      _ = try SyntheticFile(at: file, events: count, companies: 1, seed: 3)
      _ = try workplace.makeLog(log, from: [file])
      return try peak(workplace, log)
    }
    return Measurement(
      name: "the same, one company, \(many) : \(few)", ours: megabytes(peaks[1]),
      floor: megabytes(peaks[0]), ratio: Double(peaks[1]) / Double(peaks[0]),
      target: .atMost(1.5))
  }

  private static func peak(_ workplace: Workplace, _ log: URL) throws -> Int {
    try workplace.stance(["posture", "--to", "2024-12-31", "--json"], log: log).peakMemory
  }
}
