/// Someone who recorded events, and which.
package struct RecorderShare: Hashable, Sendable {
  /// The name under which they were recorded.
  package let name: String
  /// How many there are.
  package let events: Int64
  /// When the first of them was recorded.
  package let first: Timestamp
  /// When the last of them was recorded.
  package let last: Timestamp

  /// Who recorded some events.
  package init(name: String, events: Int64, first: Timestamp, last: Timestamp) {
    (self.name, self.events, self.first, self.last) = (name, events, first, last)
  }
}
