/// A set of rules by which events become answers, under the name that every answer prints.
///
/// There is one fold and one life of a measure: what differs is what a rule set answers here. The
/// sentences are in Events/RULES.md, those of the first set in Events/RULES-1.md.
package enum RuleSet: String, Term {
  /// The first rules, kept so that a quoted answer comes back as it was.
  case first = "stance/1"
  /// Today's rules.
  case second = "stance/2"

  /// The rules of a query that names none.
  package static let current = RuleSet.second

  /// Where its sentences are, from the folder of the project.
  package var page: String {
    switch self {
    case .first: "Events/RULES-1.md"
    case .second: "Events/RULES.md"
    }
  }

  private var isFirst: Bool { self == .first }

  // MARK: Dates and names

  /// Whether strictness waits for doubt alone: an interval is reached with its start, and nothing
  /// happened after it was reported (W11, W12).
  package var waitsForDoubtAlone: Bool { !isFirst }
  /// Whether registrations obey the valid and the public clock, and two slugs can become one.
  package var datesRegistrations: Bool { !isFirst }

  // MARK: Words

  /// Whether an announced `exiting` and `exited` are the same word (W3).
  var hasOneWordForExit: Bool { !isFirst }
  /// Whether a statement without a level is a word (W7).
  var hearsStatementsWithoutLevel: Bool { !isFirst }
  /// Whether a word about a part of the business is one about that part alone (W5).
  var distinguishesPartOfBusiness: Bool { !isFirst }
  /// Whether a word under a condition promises nothing and claims nothing (W14).
  var heedsConditions: Bool { !isFirst }
  /// Whether a word cancels every pledge made before it, not only those whose first day is ahead
  /// (W9).
  var cancelsEveryPledge: Bool { !isFirst }
  /// Whether what names other lines is about something else: no repeated word, and nothing to
  /// compare (W18).
  var comparesLines: Bool { !isFirst }

  // MARK: Claims

  /// Whether a word that was said before does not displace what others credibly report (W1).
  var discountsRepeatedWords: Bool { !isFirst }
  /// Whether a report over an interval covers each of its days (W4).
  var coversObservedPeriods: Bool { !isFirst }
  /// Whether such a report is contested beside a run that begins in its interval (W17).
  var contestsOverlappingReports: Bool { !isFirst }
  /// Whether a defence leaves what the company declared of itself (W15).
  var keepsOwnConduct: Bool { !isFirst }
  /// Whether a due day that comes displaces nothing that others credibly report (W16).
  var heedsReportsOnDueDay: Bool { !isFirst }
  /// Whether business under an exception, or while it winds down, counts less than carrying on.
  var heedsExceptions: Bool { !isFirst }
  /// Whether the better grade decides between claims of the same dates, and reports that contradict
  /// each other within a week are both contested (W6).
  var contestsConflictingReports: Bool { !isFirst }
  /// Whether a withdrawal from a part goes with a deeper one from the whole, and what a company says
  /// again is contested once (W19).
  var contestsOnlyContradictions: Bool { !isFirst }
  /// Whether a denial contests conduct only if it denies the report (section "Contested").
  var distinguishesDenials: Bool { !isFirst }

  /// Whether a sale after a seizure ends it (section "Conduct").
  var followsLatestExit: Bool { !isFirst }

  // MARK: Readings

  /// Whether a reading needs a word (W7), and an announced exit is under way only while conduct is
  /// at least suspended (W2), and a day that passed is not a broken word (W13).
  var readsOnlyWhatWasSaid: Bool { !isFirst }
  /// Whether an answer says that its newest claim is old (W8).
  var tellsStaleness: Bool { !isFirst }

  // MARK: Measures

  /// Whether an act that comes into force on a later day is no longer suspended from then on (M1).
  package var endsSuspensionOnDueDay: Bool { !isFirst }
  /// Whether an extension after the end begins a new spell (M2).
  package var extensionRevives: Bool { !isFirst }
  /// Whether a step that names some of the companies addressed is about these alone (M3).
  package var followsAddressees: Bool { !isFirst }
  /// Whether an act is called as its latest step calls it (M5).
  package var titlesByLatestStep: Bool { !isFirst }

  /// Whether an answer says who followed a measure, and who used a power.
  package var namesFollowers: Bool { !isFirst }

  // MARK: Numbers

  /// How many days before a defence other claims are contested beside it.
  static let daysBeforeDefence = 60
  /// How many days apart two reports may lie and still contradict each other.
  static let daysOfConflict = 7
  /// After how many days without a claim an answer is stale.
  package static let daysUntilStale = 365
  /// How many days a claim's date may mean before `explain` says that it is wide.
  package static let daysOfWideDate = 92
}
