package import Errors
package import EventLog
package import Stances

/// Why a projection could not answer: the log does not hold together.
package enum ProjectionError: StanceError, Equatable, CustomStringConvertible {
  /// A typed column names an event that is not there or cannot be read.
  case missingEvent(position: Position)
  /// An answer names an event that is not there or cannot be read.
  case unknownEvent(EventID)
  /// A typed column names a company that no registration in the query names.
  case missingCompany(key: CompanyKey)
  /// What an answer reads is less than it is made of.
  case notAskedAbout(String)

  package var description: String {
    switch self {
    case .missingEvent(let position):
      "the log names an event at position \(position) that cannot be read; run 'stance verify'"
    case .unknownEvent(let id):
      "the log has no event '\(id)' that an answer names; run 'stance verify'"
    case .missingCompany(let key):
      "the log has events of company number \(key) but no registration; run 'stance verify'"
    case .notAskedAbout(let what):
      "the answer needs \(what), which was not read for it; this is a bug in stance, report it"
    }
  }

  package var kind: ErrorKind { .badLog }
}
