/// Why a move did not set what a company says or does.
package enum OverrulingRule: String, Term {
  /// A weak claim never displaces a credible one.
  case weakClaim = "weak_claim"
  /// A defence never displaces what is credibly reported: deeds outrank words.
  case defence
  /// A claim of the 60 days before a defence that now stands.
  case beforeDefence = "before_defence"
  /// The company denied an event of the run, or denied something since the run began.
  case denial
  /// A pledge that a later word of the company cancelled before its due day.
  case cancelledPledge = "cancelled_pledge"
  /// A later claim or word took its place.
  case superseded
  /// Declining to comment counts only against silence.
  case declinedAfterWord = "declined_after_word"
  /// A denial does not displace a standing announcement.
  case standingWord = "standing_word"
  /// Without a level it moves nothing.
  case noLevel = "no_level"

  /// The rule as a sentence for readers.
  package var sentence: String {
    switch self {
    case .weakClaim: "a weak claim never displaces a credible one"
    case .defence: "a defence never displaces what is credibly reported"
    case .beforeDefence: "claimed in the 60 days before the defence that now stands"
    case .denial: "the company denies it"
    case .cancelledPledge: "a later word of the company cancelled the pledge before its due day"
    case .superseded: "a later one took its place"
    case .declinedAfterWord: "declining to comment counts only against silence"
    case .standingWord: "a denial does not displace a standing announcement"
    case .noLevel: "without a level it moves nothing"
    }
  }
}
