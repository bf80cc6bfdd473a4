import EventLog
import Stances

/// What is unlikely beside what the log has.
extension Plausibility {
  /// What is unlikely in an event as such, and beside what the log has.
  ///
  /// - Parameters:
  ///   - event: as it was taken in.
  ///   - position: where it was.
  ///   - session: the append that took it in.
  /// - Returns: the warnings, in the order of this file.
  /// - Throws: what reading the log throws.
  func warnings(
    of event: Event, at position: Position, in session: AppendSession
  ) throws -> [Warning] {
    if case .correction(let correction) = event.content {
      return own(correction.replacement).map { warning in
        Warning(
          path: "replacement" + (warning.path.isEmpty ? "" : ".\(warning.path)"),
          sentence: warning.sentence)
      }
    }
    return own(event) + (try twin(of: event, at: position, in: session))
  }

  /// The same fact, already recorded.
  func twin(
    of event: Event, at position: Position, in session: AppendSession
  ) throws -> [Warning] {
    guard let twin = try session.twin(of: event, at: position), let other = twin.event,
      other.content.lines == event.content.lines
    else { return [] }
    return [
      Warning(
        sentence: "'\(twin.id)' at \(twin.position) says the same: company, type, day and level; "
          + "one event can have several sources")
    ]
  }
}
