package import Errors
package import Stances

/// Why an event could not be appended; nothing of its append was recorded.
package struct AppendError: StanceError, Hashable {
  /// Which event of the append it is, from 0.
  package let index: Int
  /// The id of the refused event.
  package let id: EventID
  /// Why it is refused.
  package let reason: Reason

  /// A refusal of one event of an append.
  package init(index: Int, id: EventID, reason: Reason) {
    (self.index, self.id, self.reason) = (index, id, reason)
  }

  /// What is wrong, one case for each sentence that can be said.
  package enum Reason: Hashable, Sendable {
    case conflict(position: Position)
    case repeated
    case tooLong(count: Int, limit: Int)
    case unknownCompany(String, field: String, nearest: [String])
    case unknownBody(String, field: String, nearest: [String])
    case unknownMeasure(String, field: String, nearest: [String])
    case unknownEvent(String, field: String, nearest: [String])
    case correctsAmendment(String, type: String)
    case correctsRetracted(String, by: String)
    case alreadyRetracted(String, by: String)
    case ofTheLogItself
    case idOfKey
    case notTheNextKey(String)
    case retractsKey(String)
  }

  package var kind: ErrorKind {
    switch reason {
    case .conflict: .conflict
    case .repeated, .tooLong, .unknownCompany, .unknownBody, .unknownMeasure, .unknownEvent,
      .correctsAmendment, .correctsRetracted, .alreadyRetracted, .ofTheLogItself, .idOfKey,
      .notTheNextKey, .retractsKey:
      .badData
    }
  }
}

extension AppendError: CustomStringConvertible {
  package var description: String { "event '\(id)': \(reason)" }
}

extension AppendError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .conflict(let position):
      "its id is recorded at \(position) with other content; give this one another id, or record "
        + "a correction"
    case .repeated:
      "its id appears earlier in this append with other content; give one of the two another id"
    case .tooLong(let count, let limit):
      "with its time and recorder it has \(count) bytes, more than the \(limit) that a leaf may "
        + "have; shorten it, or name what is long by its SHA-256"
    case .unknownCompany(let name, let field, let nearest):
      "\(field): no company '\(name)' is registered; "
        + (didYouMean(nearest) ?? "append its company_registered first")
    case .unknownBody(let name, let field, let nearest):
      "\(field): no body '\(name)' is registered; "
        + (didYouMean(nearest) ?? "append its body_registered first")
    case .unknownMeasure(let name, let field, let nearest):
      "\(field): the log has no measure '\(name)'; "
        + (didYouMean(nearest) ?? "append its government_measure first")
    case .unknownEvent(let name, let field, let nearest):
      "\(field): the log has no event '\(name)' before this one; "
        + (didYouMean(nearest) ?? "append that event first")
    case .correctsAmendment(let target, let type):
      "'\(target)' is a \(type) and cannot be corrected; retract it, or correct the event itself"
    case .correctsRetracted(let target, let retraction):
      "'\(target)' is retracted by '\(retraction)'; retract the retraction first"
    case .alreadyRetracted(let target, let retraction):
      "'\(target)' is retracted already, by '\(retraction)'; there is nothing to withdraw"
    case .ofTheLogItself:
      "only 'stance checkpoint' and 'stance key rotate' record a log's key; omit this event"
    case .idOfKey:
      "ids that begin with '\(EventID.keyPrefix)' are those of the log's own keys; give it another id"
    case .notTheNextKey(let reason):
      "the key cannot be the log's: \(reason)"
    case .retractsKey(let target):
      "'\(target)' names the log's key and cannot be withdrawn; 'stance key rotate' names another"
    }
  }
}
