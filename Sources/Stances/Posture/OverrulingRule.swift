/// Why a move did not set what a company says or does.
package enum OverrulingRule: String, Term {
  /// A weak claim never displaces a credible one.
  case weakClaim = "weak_claim"
  /// A claim or word about some lines never displaces a deeper one about the whole business.
  case partOfBusiness = "part_of_business"
  /// Business under an exception never displaces a deeper level.
  case exception
  /// A credible report covers every day of its interval.
  case observedPeriod = "observed_period"
  /// A defence never displaces what is credibly reported: deeds outrank words.
  case defence
  /// A defence does not lift what the company declared of itself.
  case ownConduct = "own_conduct"
  /// A word that was said before does not displace a credible report.
  case repeatedWord = "repeated_word"
  /// A day that comes is no evidence against a credible report.
  case dueDay = "due_day"
  /// A claim of the 60 days before a defence that now counts.
  case beforeDefence = "before_defence"
  /// Others reported another level in the same week.
  case conflictingReport = "conflicting_report"
  /// A credible report over an interval that reaches into the run.
  case overlappingReport = "overlapping_report"
  /// A claim or word of the same dates took its place.
  case sameDay = "same_day"
  /// A denial of an event of the run, or of a report since the run began.
  case denial
  /// A pledge that a later word of the company cancelled.
  case cancelledPledge = "cancelled_pledge"
  /// A weak claim before the first credible one of the run.
  case trimmedWeak = "trimmed_weak"
  /// A later claim or word took its place.
  case superseded
  /// Declining to comment counts only against silence.
  case declinedAfterWord = "declined_after_word"
  /// A denial does not displace a standing announcement.
  case standingWord = "standing_word"
  /// A word of what is done already.
  case doneAlready = "done_already"
  /// What a word makes depend on a condition is not conduct.
  case conditional
  /// Last deliveries are not carrying on.
  case windDown = "wind_down"
  /// Others said it for the company.
  case notItsWord = "not_its_word"
  /// Without a level it moves nothing.
  case noLevel = "no_level"

  /// The rule as a sentence for readers.
  package var sentence: String {
    switch self {
    case .weakClaim: "a weak claim never displaces a credible one"
    case .partOfBusiness: "about a part of the business, it displaces nothing about the whole"
    case .exception: "business under an exception does not displace a deeper level"
    case .observedPeriod: "the company's own word does not displace a report that covers this day"
    case .defence: "a defence never displaces what is credibly reported"
    case .ownConduct: "a defence does not lift what the company had declared: a resumption does"
    case .repeatedWord: "it repeats what the company had said before others reported otherwise"
    case .dueDay: "that its day came is no evidence against what others credibly report"
    case .beforeDefence: "claimed in the 60 days before the defence that now stands"
    case .conflictingReport: "others reported this in the same week"
    case .overlappingReport: "others report this of a time that reaches into this one"
    case .sameDay: "of the same dates as what took its place"
    case .denial: "the company denies it"
    case .cancelledPledge: "a later word of the company cancelled the pledge before its due day"
    case .trimmedWeak: "a weak claim before the first credible one does not count"
    case .superseded: "a later one took its place"
    case .declinedAfterWord: "declining to comment counts only against silence"
    case .standingWord: "a denial does not displace a standing announcement"
    case .doneAlready: "it announces what is done already"
    case .conditional: "what depends on a condition is a word and not yet conduct"
    case .windDown: "last deliveries are not carrying on"
    case .notItsWord: "others said it, not the company itself"
    case .noLevel: "without a level it moves nothing"
    }
  }

  /// Whether it overrules only what the company itself says, however often it says so.
  var isAboutOwnWord: Bool {
    switch self {
    case .observedPeriod, .defence, .ownConduct, .repeatedWord, .dueDay: true
    case .weakClaim, .partOfBusiness, .exception, .beforeDefence, .conflictingReport,
      .overlappingReport, .sameDay, .denial, .cancelledPledge, .trimmedWeak, .superseded,
      .declinedAfterWord, .standingWord, .doneAlready, .conditional, .windDown, .notItsWord,
      .noLevel:
      false
    }
  }
}
