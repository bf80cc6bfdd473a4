package import Errors
import Stances

/// Why the acknowledgements of a review are refused.
package enum ReviewError: StanceError, Hashable {
  /// The log has nothing of this name that the rule looks at.
  case unknownSubject(
    place: String, code: ReviewCode, subject: String, nearest: [String])

  package var kind: ErrorKind { .badData }
}

extension ReviewError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownSubject(let place, let code, let subject, let nearest):
      "\(printable(place)): \(code.rawValue) is about \(code.kind.words), and the log has none "
        + "'\(printable(subject))'; "
        + (didYouMean(nearest) ?? "take code and subject from 'stance review --format csv'")
    }
  }
}

extension ReviewSubject.Kind {
  fileprivate var words: String {
    switch self {
    case .event: "an event"
    case .page: "a page"
    case .publisher: "a publisher"
    case .posture: "a company in a market"
    case .measure: "a measure"
    case .company: "a company"
    case .proposal: "a proposal that waits"
    }
  }
}
