package import Stances

/// Why a question cannot be answered as it is put.
package enum QueryRefusal: Error, Hashable {
  case unknownCompany(String, nearest: [String])
  case ambiguousCompany(String, meanings: [String])
  case unknownBody(String, nearest: [String])
  case unknownMeasure(String, nearest: [String])
  case unknownEvent(String, nearest: [String])
  case nothingRecorded(company: String, market: String)
  case beyondHead(Int64, head: Int64)
  case stillToCome(Timestamp, head: Int64)
  case beforeStart(from: Day, to: Day)
  case tooManySteps(most: Int)
  case notRegisteredThen(company: String)
}

extension QueryRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownCompany(let name, let nearest):
      "no company '\(printable(name))' is registered; "
        + (didYouMean(nearest) ?? "'stance log --type company_registered' lists those that are")
    case .ambiguousCompany(let name, let meanings):
      "'\(printable(name))' is a name of more than one company; "
        + (didYouMean(meanings) ?? "give its slug")
    case .unknownBody(let name, let nearest):
      "no body '\(printable(name))' is registered; "
        + (didYouMean(nearest) ?? "'stance log --type body_registered' lists those that are")
    case .unknownMeasure(let key, let nearest):
      "the log has no measure '\(printable(key))'; "
        + (didYouMean(nearest) ?? "'stance log --type government_measure' lists those that it has")
    case .unknownEvent(let id, let nearest):
      "the log has no event '\(printable(id))'; "
        + (didYouMean(nearest) ?? "'stance log' lists those that it has")
    case .nothingRecorded(let company, let market):
      "nothing that this query reaches is recorded of \(printable(company)) in \(market)"
    case .beyondHead(let position, let head):
      "the log has no position \(position) yet; its head is \(head)"
    case .stillToCome(let instant, let head):
      "\(instant) is still to come, and an answer at it would change; the log's head is \(head)"
    case .beforeStart(let from, let to):
      "--from \(from) is later than --to \(to); give the earlier day first"
    case .tooManySteps(let most):
      "a replay has at most \(most) steps; take longer steps or a shorter time"
    case .notRegisteredThen(let company):
      "as this query sees the log, \(printable(company)) is not registered; widen --known-by or --at"
    }
  }
}
