package import Errors
package import Stances

/// What must hold in the log for an append to be made; of two racing writers one finds it broken.
package enum AppendCondition: Hashable, Sendable {
  /// Nothing: append to whatever is there.
  case any
  /// The last position is this one; 0 for an empty log.
  case head(Int64)
  /// No event after this position concerns the company.
  case nothing(on: CompanyID, since: Int64)
}

/// The condition of an append did not hold, so nothing was recorded.
package enum ConditionError: CallerError, Equatable {
  case head(expected: Int64, found: Int64)
  case newsOn(company: CompanyID, since: Int64, found: Int64)

  package var kind: ErrorKind { .conflict }
  /// What programs know it by.
  package var code: String { "condition_broken" }
}

extension ConditionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .head(let expected, let found):
      "the log's head is \(found), not \(expected); look at what is new, then append again"
    case .newsOn(let company, let since, let found):
      "since \(since) the log has news on '\(company)', at \(found); look at it, then append again"
    }
  }
}
