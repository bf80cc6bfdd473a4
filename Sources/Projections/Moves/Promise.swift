package import Stances

/// One announcement with a day ahead of it, and what became of it by the day of a query.
package struct Promise: Hashable, Sendable {
  /// The company that gave its word.
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  /// The market that the word is about.
  package let market: Market
  /// The announcement.
  package let event: EventID
  /// The level that it promises.
  package let level: Level
  /// When it was given, as given.
  package let announced: FuzzyDate
  /// The day by which it is promised, as given.
  package let due: FuzzyDate
  /// What became of it.
  package let outcome: Outcome

  /// What became of a promise, by the rules of postures.
  package enum Outcome: Hashable, Sendable {
    /// Its day is ahead, in so many days at the earliest.
    case ahead(days: Int)
    /// A later word of the company cancelled it before its day, from this day on.
    case cancelled(on: Day)
    /// Its day has come, and nothing that counts stands against it.
    case cameDue
    /// So many days after its last possible day the company still says more than it does.
    case overdue(days: Int)
  }
}
