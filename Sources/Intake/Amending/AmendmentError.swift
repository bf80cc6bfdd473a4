package import Errors
package import Stances

/// Since when anyone could have known of a correction or retraction.
package enum AmendmentDay: Sendable {
  /// Since the day on which it is recorded, or the one that its own flags say.
  case today
  /// Since the event was published, by what was recorded first or by what it should have said,
  /// whichever is earlier: what is amended is the record's own slip, and answers by what was known
  /// since are amended with it.
  case original

  /// The day as a date; nil if flags give it.
  ///
  /// - Parameters:
  ///   - event: what is amended.
  ///   - replaced: the published day that it should have had, as a text, if that is known.
  ///   - today: the day on which the amendment is recorded.
  ///   - isGiven: whether flags give the day.
  /// - Returns: the day.
  /// - Throws: ``AmendmentError``.
  func published(
    of event: RecordedEvent, replaced: @autoclosure () -> String? = nil, today: Day, isGiven: Bool
  ) throws(AmendmentError) -> String? {
    switch self {
    case .today: return isGiven ? nil : "\(today)"
    case .original:
      guard !isGiven else { throw .publishedTwice }
      guard let published = event.event?.published else { throw .undated(event.id) }
      let right = replaced().flatMap { try? FuzzyDate($0) } ?? published
      return right.earliest < published.earliest ? right.text : published.text
    }
  }
}

/// Why an event is not corrected or withdrawn in the way that is asked.
package enum AmendmentError: StanceError, Hashable {
  /// It is an amendment of another, and only what that says can be corrected.
  case ofAmendment(EventID, kind: String, target: EventID)
  /// It says already what it should say.
  case unchanged(EventID)
  /// It was corrected at a position after the content that was changed had been read.
  case changed(EventID, at: Position)
  /// In the answer that shows it, what was recorded first was changed, and a correction took the
  /// place of that.
  case formerChanged(EventID)
  /// In a form its id was changed.
  case otherID(EventID)
  /// This program does not know its type or version.
  case unknownType(EventID)
  /// Its type has no field of a name.
  case noField(String, type: EventType)
  /// It has no value in a field that is to be taken away.
  case nothingToClear(String)
  /// The day is to be the event's own, and it has none.
  case undated(EventID)
  /// The day is to be the event's own, and another is given.
  case publishedTwice

  package var kind: ErrorKind {
    switch self {
    case .changed: .conflict
    case .ofAmendment, .unchanged, .formerChanged, .otherID, .unknownType, .undated: .badData
    case .noField, .nothingToClear, .publishedTwice: .usage
    }
  }
}

extension AmendmentError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .ofAmendment(let id, let kind, let target):
      "'\(id)' is a \(kind) of '\(target)': correct that, or withdraw this one with 'stance retract'"
    case .unchanged(let id):
      "nothing changes: '\(id)' says so already; 'stance show \(id)' shows it"
    case .changed(let id, let position):
      "the record has moved on: '\(id)' was corrected at \(position) meanwhile; look again"
    case .formerChanged(let id):
      "'\(id)' has a correction, and what was recorded before that was changed; change what stands "
        + "now: data.stands in the answer"
    case .otherID(let id):
      "the id was changed; a correction keeps it: id: \(id)"
    case .unknownType(let id):
      "'\(id)' is of a type or version that this program does not know; a newer one can correct it"
    case .noField(let name, let type):
      "\(type.rawValue) has no field '\(printable(name))' to take away; 'stance types "
        + "\(type.rawValue)' lists its fields"
    case .nothingToClear(let name):
      "there is no \(printable(name)) to take away"
    case .undated(let id):
      "'\(id)' has no published day of its own; leave out --as-of-original"
    case .publishedTwice:
      "give either --as-of-original or a published day, not both"
    }
  }
}
