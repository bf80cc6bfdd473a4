/// The company states what it will do or keep doing.
package struct PublicAnnouncement: Hashable, Sendable {
  package let company: CompanyID
  package let markets: [Market]
  /// The level it announces; without one the announcement moves nothing.
  package let level: Level?
  /// The day from which it counts as conduct, where it differs from the day it was made.
  package let effective: FuzzyDate?
  /// The lines of goods or services it speaks of, where it is not the whole business.
  package let lines: [String]
  package let reason: String?
}

/// The company denies a report or a label.
package struct Denial: Hashable, Sendable {
  package let company: CompanyID
  package let markets: [Market]
  /// The events it denies; empty where it names none that the log has.
  package let denies: [EventID]
}

/// Asked, the company gave no answer.
package struct DeclinedComment: Hashable, Sendable {
  package let company: CompanyID
  package let markets: [Market]
}

/// The company opens or concludes a compliance review.
package struct ComplianceReview: Hashable, Sendable {
  /// Where the review stands.
  package enum Phase: String, Term { case opened, concluded }

  package let company: CompanyID
  package let markets: [Market]
  package let phase: Phase
  package let outcome: String?
}

/// The company does less, unannounced, as others report.
package struct SilentReduction: Hashable, Sendable {
  /// The levels that a silent reduction can report.
  package static let levels: [Level] = [.reducing, .suspended, .exited]

  package let company: CompanyID
  package let markets: [Market]
  package let level: Level
  package let cause: String?
  package let extent: String?
  package let lines: [String]
}

/// Others see the company carry on, hold back growth, or expand.
package struct ContinuedBusiness: Hashable, Sendable {
  /// The levels that a report of continued business can carry.
  package static let levels: [Level] = [.expanding, .operating, .holding]

  package let company: CompanyID
  package let markets: [Market]
  /// The level reported; without one, say for a single delivery, it moves nothing.
  package let level: Level?
}

/// The company goes back after a cut.
package struct Resumption: Hashable, Sendable {
  package let company: CompanyID
  package let markets: [Market]
  /// Whether the company itself made it known.
  package let disclosed: Bool
}

/// The company is out of the market.
package struct Exit: Hashable, Sendable {
  /// How it left.
  package enum Mode: String, Term {
    case sold, liquidated
    case handedOver = "handed_over"
    case walkedAway = "walked_away"
    case seized
  }

  package let company: CompanyID
  package let markets: [Market]
  package let mode: Mode
  /// Whether the company itself made it known.
  package let disclosed: Bool
}
