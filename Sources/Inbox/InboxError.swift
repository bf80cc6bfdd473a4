package import Errors
import JSON
package import Stances

/// Why something cannot be done with a proposal.
package enum InboxError: CallerError, Equatable {
  case noSuchProposal(String)
  case ambiguous(String, [ProposalID])
  case decided(ProposalID, Proposal.Outcome, by: String, at: Timestamp)
  /// The record is not the one that was looked at, and the proposal would change something else.
  case movedOn(ProposalID, expected: Position, found: Position)
  case ownProposal(ProposalID, by: String)
  case othersProposal(ProposalID, by: String)
  /// It cannot be turned down any more.
  case recorded(ProposalID, at: [Position])
  case nothingNew
  case noEvents
  case tooManyEvents(limit: Int)
  case badText(field: String, limit: Int)

  package var kind: ErrorKind {
    switch self {
    case .noSuchProposal: .notFound
    case .ambiguous, .badText: .usage
    case .decided, .recorded, .nothingNew: .conflict
    case .movedOn: .busy
    case .ownProposal, .othersProposal: .noPermission
    case .tooManyEvents, .noEvents: .badData
    }
  }

  /// What programs know it by.
  package var code: String {
    switch self {
    case .noSuchProposal: "unknown_proposal"
    case .ambiguous: "ambiguous_proposal"
    case .decided: "proposal_decided"
    case .movedOn: "record_moved_on"
    case .ownProposal: "own_proposal"
    case .othersProposal: "others_proposal"
    case .recorded: "proposal_recorded"
    case .nothingNew: "nothing_new"
    case .noEvents: "no_events"
    case .tooManyEvents: "too_many_events"
    case .badText: "bad_text"
    }
  }
}

extension InboxError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchProposal(let name):
      "the inbox has no proposal '\(printable(name))'; 'stance inbox' lists those that wait"
    case .ambiguous(let name, let ids):
      "'\(printable(name))' is the beginning or the end of several proposals; write more of "
        + enumerated(ids.map(\.text), conjunction: "or")
    case .decided(let id, let outcome, let who, let when):
      "proposal \(id.short) was \(outcome.rawValue) by \(printable(who)) at \(when)"
    case .movedOn(let id, let expected, let found):
      "the record has moved on from \(expected) to \(found) since proposal \(id.short) was looked "
        + "at, and what it would change may be another thing; look at it again"
    case .ownProposal(let id, let who):
      "proposal \(id.short) is \(printable(who))'s own; someone else has to accept or reject it, "
        + "and its proposer can withdraw it"
    case .othersProposal(let id, let who):
      "proposal \(id.short) is \(printable(who))'s; only they can withdraw it, others reject it"
    case .recorded(let id, let positions):
      "proposal \(id.short) is recorded already, at "
        + "\(enumerated(positions.map(\.description), conjunction: "and")); accept it to "
        + "put it away, and retract what is wrong"
    case .nothingNew: "all of it is recorded already; there is nothing to propose"
    case .noEvents: "no events are given in place of those proposed; reject it, or give some"
    case .tooManyEvents(let limit):
      "a proposal has at most \(limit) events, for someone has to look at each; propose them in "
        + "parts"
    case .badText(let field, let limit):
      "'\(field)' is a text of 1 to \(limit) bytes"
    }
  }
}

/// A file of the inbox that is no proposal, or no longer one.
package struct ProposalFileError: CallerError, Hashable {
  /// Its path.
  package let path: String
  let line: Int
  let column: Int
  private let says: String

  init(path: String, at place: JSONPosition, says: String) {
    (self.path, line, column) = (path, place.line, place.column)
    self.says = says
  }

  package var kind: ErrorKind { .badData }
  /// What programs know it by.
  package var code: String { "damaged_proposal" }
  /// Without the path, which stays on this machine.
  package var sentence: String {
    "the proposal's file cannot be read, at line \(line), column \(column): \(says)"
  }
}

extension ProposalFileError: CustomStringConvertible {
  package var description: String {
    "'\(printable(path))', line \(line), column \(column): \(says); fix the file or remove it"
  }
}
