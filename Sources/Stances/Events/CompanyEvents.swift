/// The company states what it will do or keep doing.
package struct PublicAnnouncement: Hashable, Sendable {
  /// Who announces.
  package let company: CompanyID
  /// The markets that it speaks of.
  package let markets: [Market]
  /// The level it announces; without one the announcement moves nothing.
  package let level: Level?
  /// The day from which it counts as conduct, where it differs from the day it was made.
  package let effective: FuzzyDate?
  /// The lines of goods or services it speaks of, where it is not the whole business.
  package let lines: [String]
  /// Why, in the company's words.
  package let reason: String?
}

/// The company denies a report or a label.
package struct Denial: Hashable, Sendable {
  /// Who denies.
  package let company: CompanyID
  /// The markets that the denial is about.
  package let markets: [Market]
  /// The events it denies; empty where it names none that the log has.
  package let denies: [EventID]
}

/// Asked, the company gave no answer.
package struct DeclinedComment: Hashable, Sendable {
  /// Who was asked.
  package let company: CompanyID
  /// The markets that it was asked about.
  package let markets: [Market]
}

/// The company opens or concludes a compliance review.
package struct ComplianceReview: Hashable, Sendable {
  /// Where the review stands.
  package enum Phase: String, Term { case opened, concluded }

  /// Who reviews.
  package let company: CompanyID
  /// The markets whose business is reviewed.
  package let markets: [Market]
  /// Whether the review begins or ends here.
  package let phase: Phase
  /// What a concluded review came to.
  package let outcome: String?
}

/// The company does less, unannounced, as others report.
package struct SilentReduction: Hashable, Sendable {
  /// The levels that a silent reduction can report.
  package static let levels: [Level] = [.reducing, .suspended, .exited]

  /// Who does less.
  package let company: CompanyID
  /// The markets in which it does less.
  package let markets: [Market]
  /// The level reported.
  package let level: Level
  /// Why, as others see it.
  package let cause: String?
  /// How much less, in the source's words.
  package let extent: String?
  /// The lines of goods or services cut, where it is not the whole business.
  package let lines: [String]
}

/// Others see the company carry on, hold back growth, or expand.
package struct ContinuedBusiness: Hashable, Sendable {
  /// The levels that a report of continued business can carry.
  package static let levels: [Level] = [.expanding, .operating, .holding]

  /// Who carries on.
  package let company: CompanyID
  /// The markets in which it carries on.
  package let markets: [Market]
  /// The level reported; without one, say for a single delivery, it moves nothing.
  package let level: Level?
}

/// The company goes back after a cut.
package struct Resumption: Hashable, Sendable {
  /// Who goes back.
  package let company: CompanyID
  /// The markets to which it goes back.
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

  /// Who is out.
  package let company: CompanyID
  /// The markets that it left.
  package let markets: [Market]
  /// How it left them.
  package let mode: Mode
  /// Whether the company itself made it known.
  package let disclosed: Bool
}
