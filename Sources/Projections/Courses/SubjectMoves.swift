import EventLog
import Stances

/// The moves of one company in one market, in the order of the fold.
struct SubjectMoves {
  /// The log's own key of the company.
  let company: Int64
  let market: Market
  private(set) var moves: [Move]
}

extension LogReader {
  /// Passes the moves that a filter lets through, all those of one company in one market at a time.
  ///
  /// One straight scan in fold order: memory grows with the longest history of one company.
  func forEachSubject(
    of companies: [CompanyID]?, where isIncluded: (Move) -> Bool,
    _ body: (SubjectMoves) throws -> Void
  ) throws {
    var subject: SubjectMoves?
    try forEachMove(of: companies) { company, market, move in
      guard isIncluded(move) else { return }
      if let done = subject, done.company != company || done.market != market {
        try body(done)
        subject = nil
      }
      if subject == nil {
        subject = SubjectMoves(company: company, market: market, moves: [move])
      } else {
        subject?.append(move)
      }
    }
    if let subject { try body(subject) }
  }
}

extension SubjectMoves {
  fileprivate mutating func append(_ move: Move) { moves.append(move) }
}
