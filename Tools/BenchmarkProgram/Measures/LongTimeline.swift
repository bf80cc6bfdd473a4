import Foundation

/// The timeline report of a long history as a page, with its pictures and its replay: from start to
/// end of the process, and the size of the file.
enum LongTimeline {
  private static let events = 10_000
  private static let companies = 100
  private static let rounds = 11
  private static let timeLimit = Duration.milliseconds(500)
  private static let sizeLimit = 3_000_000

  static func measure(_ workplace: Workplace) throws -> [Measurement] {
    let file = workplace.file("timeline.jsonl")
    let log = workplace.file("timeline.sqlite")
    let page = workplace.file("timeline.html")
    _ = try SyntheticFile(at: file, events: events, companies: companies, seed: 7)
    _ = try workplace.makeLog(log, from: [file])
    let report = [
      "report", "timeline", "--to", "2024-12-31", "--format", "html", "-o", page.path,
    ]
    let spent = try (0..<rounds).map { _ in try workplace.stance(report, log: log).duration }.median
    let size = try Data(contentsOf: page).count
    return [
      Measurement(
        name: "timeline of \(events) events as a page", ours: milliseconds(spent),
        floor: "\(milliseconds(timeLimit)) *", ratio: spent / timeLimit, target: .atMost(1)),
      Measurement(
        name: "the same, size of the file", ours: megabytes(size),
        floor: "\(megabytes(sizeLimit)) *", ratio: Double(size) / Double(sizeLimit),
        target: .atMost(1)),
    ]
  }
}
