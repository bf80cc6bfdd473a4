package import Stances

/// A rule that finds something worth a look in a record; what it finds matters the more, the earlier
/// the rule comes here.
///
/// Events/REVIEW.md has a sentence and a reason for each.
package enum ReviewCode: String, Term {
  /// The day that a company's word named has passed.
  case overdue = "U3"
  /// A posture is contested for long.
  case contested = "J2"
  /// A proposal waits for long.
  case waitingProposal = "P1"
  /// An event is dated after the day on which it was recorded, and that day is still ahead.
  case ahead = "T2"
  /// An event was published before it happened, and names no day from which it counts.
  case early = "T1"
  /// A report by others is graded "confirmed by others", and one publisher has it.
  case unconfirmed = "E1"
  /// What a company does rests on weak claims alone.
  case weak = "J3"
  /// One page has several grades.
  case severalGrades = "E5"
  /// The last day of a measure is near, or has passed without a further step.
  case lastDay = "U4"
  /// A compliance review is open for long.
  case openReview = "U2"
  /// A link is dead.
  case deadLink = "E6"
  /// What a company does rests on second-hand sources alone.
  case secondHandOnly = "J1b"
  /// What a company does rests on one publisher.
  case onePublisher = "J1"
  /// A second-hand source has the letter A.
  case secondHandGradedA = "E4"
  /// Two companies have one name.
  case sharedName = "N2"
  /// One publisher is spelled in several ways.
  case severalSpellings = "E5b"
  /// No event names a company.
  case unnamed = "N1"
  /// There is no new evidence for long.
  case quiet = "U1"
  /// An act or a company's own word is graded "confirmed by others", and one publisher has it.
  case unconfirmedAct = "E1b"
  /// A company has no identifier.
  case noIdentifier = "N3"
  /// No copy of a page is kept.
  case noCopy = "E3"
  /// No source of an event is quoted.
  case noQuote = "E2"

  /// The letter of its family: evidence, judgement, upkeep, names, proposals or time.
  package var family: String { String(rawValue.prefix(1)) }

  /// What it finds something in.
  package var kind: ReviewSubject.Kind {
    switch self {
    case .ahead, .early, .unconfirmed, .unconfirmedAct, .secondHandGradedA, .noQuote: .event
    case .severalGrades, .deadLink, .noCopy: .page
    case .severalSpellings: .publisher
    case .overdue, .contested, .weak, .openReview, .secondHandOnly, .onePublisher, .quiet: .posture
    case .lastDay: .measure
    case .sharedName, .unnamed, .noIdentifier: .company
    case .waitingProposal: .proposal
    }
  }
}

/// What something is found in.
package enum ReviewSubject: Hashable, Sendable {
  case event(EventID)
  /// A page, by its address without what follows a `#`.
  case page(String)
  case publisher(String)
  case posture(CompanyID, Market)
  case measure(MeasureKey)
  case company(CompanyID)
  /// A proposal in the log's inbox, by its name.
  case proposal(String)

  /// What a rule looks at.
  package enum Kind: String, Sendable {
    case event, page, publisher, posture, measure, company, proposal
  }

  /// The name by which an acknowledgement calls it: an id, an address, a slug, `dji RU`.
  package var text: String {
    switch self {
    case .event(let event): event.text
    case .page(let text), .publisher(let text), .proposal(let text): text
    case .posture(let company, let market): "\(company) \(market.code)"
    case .measure(let measure): measure.text
    case .company(let company): company.text
    }
  }
}
