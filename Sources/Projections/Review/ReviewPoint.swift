package import Stances

/// Something that is worth a look.
package struct ReviewPoint: Hashable, Sendable {
  /// What it is found in.
  package let subject: ReviewSubject
  /// Since when it is so, as given; nil if that is not known.
  package let since: FuzzyDate?
  /// What is found.
  package let detail: Detail
  /// The larger, the earlier among the findings of its rule.
  let weight: Int

  /// The rule that finds it.
  package var code: ReviewCode { detail.code }

  /// What a rule finds, with what is shown of it.
  package enum Detail: Hashable, Sendable {
    case ahead(occurred: FuzzyDate)
    case early(occurred: FuzzyDate)
    case overdue(level: Level?, due: FuzzyDate, days: Int)
    case waitingProposal(by: String, events: Int, days: Int)
    case contested(level: Level?, by: [EventID], days: Int)
    case unconfirmed(GradedSource)
    case unconfirmedAct(GradedSource)
    case weak(level: Level, grade: AdmiraltyGrade)
    /// With the event that has the grade that the fewest have, and the number of that source.
    case severalGrades([AdmiraltyGrade], event: EventID)
    /// With the days until its last day, which has passed if they are negative.
    case lastDay(title: String, until: FuzzyDate, days: Int)
    case openReview(days: Int)
    case deadLink(status: String, hasCopy: Bool)
    case secondHandOnly(level: Level, origins: [String], event: EventID)
    case onePublisher(level: Level, publisher: String, event: EventID)
    case secondHandGradedA(GradedSource, origin: String)
    case sharedName(String, with: CompanyID, registration: EventID)
    /// With an event that has the other spelling, and the number of that source.
    case severalSpellings(other: String, event: EventID, source: Int)
    case unnamed(name: String, registration: EventID)
    case quiet(days: Int)
    case noIdentifier(name: String, registration: EventID)
    case noCopy(events: Int)
    case noQuote(type: EventType, publisher: String)

    var code: ReviewCode {
      switch self {
      case .ahead: .ahead
      case .early: .early
      case .overdue: .overdue
      case .waitingProposal: .waitingProposal
      case .contested: .contested
      case .unconfirmed: .unconfirmed
      case .unconfirmedAct: .unconfirmedAct
      case .weak: .weak
      case .severalGrades: .severalGrades
      case .lastDay: .lastDay
      case .openReview: .openReview
      case .deadLink: .deadLink
      case .secondHandOnly: .secondHandOnly
      case .onePublisher: .onePublisher
      case .secondHandGradedA: .secondHandGradedA
      case .sharedName: .sharedName
      case .severalSpellings: .severalSpellings
      case .unnamed: .unnamed
      case .quiet: .quiet
      case .noIdentifier: .noIdentifier
      case .noCopy: .noCopy
      case .noQuote: .noQuote
      }
    }
  }

  /// One source of an event.
  package struct GradedSource: Hashable, Sendable {
    /// Its number among the event's sources, from 1.
    package let number: Int
    /// Who published it, or whom that rests on.
    package let publisher: String
    /// Its grade.
    package let grade: AdmiraltyGrade
  }

  /// About how many bytes of memory one takes, with its place in an answer's own form.
  static let estimatedBytes = 1_024
}

extension ReviewPoint {
  /// The strongest rule first; of one rule what weighs most, then what is newest.
  static func precedes(_ left: ReviewPoint, _ right: ReviewPoint) -> Bool {
    let (first, second) = (left.code.place, right.code.place)
    guard first == second else { return first < second }
    guard left.weight == right.weight else { return left.weight > right.weight }
    let (old, new) = (left.since?.latest ?? .distantPast, right.since?.latest ?? .distantPast)
    guard old == new else { return old > new }
    return left.subject.text < right.subject.text
  }
}

extension ReviewCode {
  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// Its place among all rules.
  fileprivate var place: Int { Self.places[self] ?? 0 }
}

extension Evidence {
  /// Whose word it is: of a second-hand source the one that it rests on.
  var source: String { origin ?? publisher }
}

extension [Evidence] {
  /// Whose words they are, each once, as compared without case.
  var sources: Set<String> { Set(map { folded($0.source) }) }
}
