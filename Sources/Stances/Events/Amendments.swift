/// Replaces the content of an earlier event; the earlier one stays in the log.
package struct Correction: Hashable, Sendable {
  /// The event whose content is replaced.
  package let corrects: EventID
  /// What it should have said: a whole event with the same id.
  package let replacement: Event
  /// Why the content is replaced.
  package let reason: String
}

/// Withdraws an earlier event; it stays in the log.
package struct Retraction: Hashable, Sendable {
  /// The event that is withdrawn: content, a correction, or another retraction.
  package let retracts: EventID
  /// Why the event is withdrawn.
  package let reason: String
}
