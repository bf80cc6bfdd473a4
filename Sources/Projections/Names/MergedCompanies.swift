import EventLog
import Stances

/// Which companies are one in a query, though the log has them under several slugs.
struct MergedCompanies {
  private let ends: [CompanyKey: CompanyKey]
  private let names: CompanyNames

  init(_ names: CompanyNames) {
    self.names = names
    ends = names.merged()
  }

  /// Whether every company is itself.
  var isEmpty: Bool { ends.isEmpty }

  /// The companies that are part of another one, or have others as their parts.
  var all: Set<CompanyKey> { Set(ends.keys).union(ends.values) }

  /// Whether a company is part of another one, or others are part of it.
  func concerns(_ key: CompanyKey) -> Bool { ends[key] != nil || ends.values.contains(key) }

  /// The company that a company is now.
  func end(of key: CompanyKey) -> CompanyKey { ends[key] ?? key }

  /// The company that a company is now.
  func end(of company: CompanyID) throws -> CompanyID {
    guard let key = try names.key(of: company), let end = ends[key] else { return company }
    return try names.id(end)
  }

  /// A company with all those that are part of it.
  func members(of company: CompanyID) throws -> [CompanyID] {
    guard let key = try names.key(of: company), !isEmpty else { return [company] }
    return [company]
      + (try ends.filter { $0.value == end(of: key) && $0.key != key }.keys.sorted().map(names.id))
  }
}

extension LogView {
  /// Which companies are one in this query.
  func merged() throws -> MergedCompanies { MergedCompanies(try companyNames()) }

  /// The companies of the view with all that are part of them; nil for all companies.
  func members() throws -> [CompanyID]? {
    guard let companies else { return nil }
    let merged = try merged()
    return try companies.flatMap(merged.members)
  }

  /// Passes every move of the view's companies, by company, market, then time: those of companies
  /// that are one now as the moves of one.
  ///
  /// Passed are the moves of the companies `among` some keys, with all that are one with them; nil
  /// is for all of the view. Moves that do not count on the `clocks` may be passed as well.
  func forEachMove(
    among keys: Set<CompanyKey>? = nil, on clocks: Clocks? = nil,
    _ body: (MoveSubject, Move) throws -> Void
  ) throws {
    let merged = try merged()
    guard !merged.isEmpty else {
      return try facts.forEachMove(of: companies, among: keys, on: clocks, body)
    }
    var joined: [MoveSubject: [Move]] = [:]
    try facts.forEachMove(of: try members(), among: keys) { subject, move in
      guard merged.concerns(subject.company) else { return try body(subject, move) }
      let end = MoveSubject(company: merged.end(of: subject.company), market: subject.market)
      joined[end, default: []].append(move)
    }
    for (subject, moves) in joined.sorted(by: { $0.key < $1.key }) {
      for move in moves.sorted(by: Move.precedes) { try body(subject, move) }
    }
  }

  /// Passes the moves that a filter lets through, all those of one company in one market at a time.
  ///
  /// One straight scan in fold order.
  func forEachSubject(
    where isIncluded: (Move) throws -> Bool, _ body: (SubjectMoves) throws -> Void
  ) throws {
    var gathering = SubjectGathering()
    try forEachMove { subject, move in
      guard try isIncluded(move) else { return }
      if let done = gathering.take(subject, move) { try body(done) }
    }
    if let last = gathering.last { try body(last) }
  }
}
