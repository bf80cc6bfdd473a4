import JSON
import Foundation
import Projections
import Reports
import Stances
import Testing

/// A log of the founding corpus, as the quick start makes it.
struct FoundingCorpus {
  let log: AnsweringLog
  private let head: Position

  init() throws {
    log = try AnsweringLog()
    for name in ["companies", "bodies", "events"] {
      try log.append(Self.events(in: name))
    }
    head = try log.head()
  }

  /// The postures on a day.
  func postures(to day: String, knownBy: String? = nil) throws -> [Posture] {
    try log.postures(clocks(to: day, knownBy: knownBy))
  }

  /// The posture of one company in one market on a day.
  func posture(
    _ company: String, _ market: String, to day: String, knownBy: String? = nil
  ) throws -> Posture {
    let found = try log.postures(
      clocks(to: day, knownBy: knownBy), of: [CompanyID(recorded: company)])
    return try #require(found.first { $0.market.code == market }, "\(company) in \(market)")
  }

  /// The timeline on a day.
  func timeline(to day: String) throws -> Timeline {
    try log.timeline(clocks(to: day, knownBy: nil))
  }

  /// The pictures of a query, those of some companies among them.
  func pictures(to day: String, knownBy: String?, of companies: [String]) throws -> [Picture] {
    try log.pictures(clocks(to: day, knownBy: knownBy), of: companies)
  }

  /// The clocks of a query of the whole log.
  func clocks(to day: String, knownBy: String?) throws -> Clocks {
    Clocks(
      to: try FuzzyDate(day).earliest, knownBy: try knownBy.map { try FuzzyDate($0).earliest },
      at: head)
  }

  private static func events(in name: String) throws -> [ProposedEvent] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Events/china-tech-russia/\(name).jsonl").standardized
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
      .map { try ProposedEvent(JSONDocument(parsing: Array($0))) }
  }
}
