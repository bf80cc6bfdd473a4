import EventLog
import Stances

/// One company in one market by the numbers that the log's typed columns hold.
struct MoveSubject: Hashable, Comparable {
  /// The log's own key of the company.
  let company: CompanyKey
  let market: Market

  static func < (left: Self, right: Self) -> Bool {
    (left.company, left.market) < (right.company, right.market)
  }
}

/// The moves of one company in one market, in the order of the fold.
struct SubjectMoves {
  let subject: MoveSubject
  private(set) var moves: [Move]

  /// About how many bytes of memory one move takes.
  static let estimatedBytesOfMove = 512

  init(of subject: MoveSubject, _ moves: [Move]) {
    self.subject = subject
    self.moves = moves
  }

  mutating func append(_ move: Move) { moves.append(move) }

  /// The moves that a filter lets through; nil if there are none.
  func filtered(where isIncluded: (Move) -> Bool) -> SubjectMoves? {
    let included = moves.filter(isIncluded)
    return included.isEmpty ? nil : SubjectMoves(of: subject, included)
  }
}

/// Gathers moves that come subject by subject: memory grows with the longest history of one company.
struct SubjectGathering {
  /// The subject of the move taken last; when no move follows, it is complete.
  private(set) var last: SubjectMoves?

  /// Takes the next move.
  ///
  /// - Returns: the subject before it, if that is complete now.
  mutating func take(_ subject: MoveSubject, _ move: Move) -> SubjectMoves? {
    guard last?.subject != subject else {
      last?.append(move)
      return nil
    }
    defer { last = SubjectMoves(of: subject, [move]) }
    return last
  }
}

extension LogFacts {
  /// Passes every move, by company, market, then time: of some companies from memory, of all from
  /// the log unless they are held; or only those of companies that are `among` some, and perhaps
  /// only those that can count on some `clocks`.
  func forEachMove(
    of companies: [CompanyID]?, among keys: Set<CompanyKey>? = nil, on clocks: Clocks? = nil,
    _ body: (MoveSubject, Move) throws -> Void
  ) throws {
    guard let held = try companies.map(moves) ?? heldMoves else {
      return try scan(nil, among: keys, on: clocks, body)
    }
    for subject in held where keys?.contains(subject.subject.company) ?? true {
      for move in subject.moves { try body(subject.subject, move) }
    }
  }
}
