package import Errors
package import Stances

/// Why a question cannot be answered.
package enum QueryError: CallerError, Hashable {
  case unknownCompany(String, nearest: [String])
  case ambiguousCompany(String, meanings: [String])
  case unknownBody(String, nearest: [String])
  case unknownMeasure(String, nearest: [String])
  case unknownEvent(String, nearest: [String])
  case unknownSector(String, nearest: [String])
  case nothingRecorded(company: String, market: String?)
  case beyondHead(Position, head: Position)
  case stillToCome(Timestamp, head: Position)
  case beforeStart(from: Day, to: Day)
  case tooManySteps(most: Int)
  case notRegisteredThen(company: String)
  case notInTime(String)

  package var kind: ErrorKind {
    switch self {
    case .unknownCompany, .unknownBody, .unknownMeasure, .unknownEvent, .unknownSector,
      .nothingRecorded, .notRegisteredThen:
      .notFound
    case .ambiguousCompany, .beyondHead, .stillToCome, .beforeStart, .tooManySteps, .notInTime:
      .usage
    }
  }

  /// What programs know it by.
  package var code: String {
    switch self {
    case .unknownCompany: "unknown_company"
    case .unknownBody: "unknown_body"
    case .unknownMeasure: "unknown_measure"
    case .unknownEvent: "unknown_event"
    case .unknownSector: "unknown_sector"
    case .nothingRecorded: "nothing_recorded"
    case .notRegisteredThen: "not_registered_then"
    case .ambiguousCompany: "ambiguous_company"
    case .beyondHead: "beyond_head"
    case .stillToCome: "still_to_come"
    case .beforeStart: "before_start"
    case .tooManySteps: "too_many_steps"
    case .notInTime: "not_in_time"
    }
  }

  /// The names that may have been meant.
  package var particulars: [Particular] {
    switch self {
    case .unknownCompany(_, let nearest), .unknownBody(_, let nearest),
      .unknownMeasure(_, let nearest), .unknownEvent(_, let nearest),
      .unknownSector(_, let nearest), .ambiguousCompany(_, meanings: let nearest):
      nearest.isEmpty ? [] : [Particular("nearest", .texts(nearest))]
    case .nothingRecorded, .notRegisteredThen, .beyondHead, .stillToCome, .beforeStart,
      .tooManySteps, .notInTime:
      []
    }
  }
}

extension QueryError: CustomStringConvertible {
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
    case .unknownSector(let sector, let nearest):
      "no company of this query is in the sector '\(printable(sector))'; "
        + (didYouMean(nearest) ?? "'stance companies' names the sector of each")
    case .nothingRecorded(let company, let market):
      "nothing on record about \(printable(company)) in \(market ?? "any market") matches this query"
    case .beyondHead(let position, let head):
      "the log has no position \(position) yet; its head is \(head)"
    case .stillToCome(let instant, let head):
      "\(instant) is still to come, and an answer at it would change; the log's head is \(head)"
    case .beforeStart(let from, let to):
      "--from \(from) is later than --to \(to); give the earlier day first"
    case .tooManySteps(let most):
      "a replay has at most \(most) steps; take longer steps or a shorter time"
    case .notRegisteredThen(let company):
      "nothing is known of \(printable(company)) as this query sees the log; widen --known-by or --at"
    case .notInTime(let event):
      "'\(printable(event))' says of no day that something happened on it; name an event of the list"
    }
  }
}
