/// Withdraws an earlier event; it stays in the log.
package struct Retraction: Hashable, Sendable {
  /// The event that is withdrawn: content, a correction, or another retraction.
  package let retracts: EventID
  /// Why the event is withdrawn.
  package let reason: String
}

extension Retraction: EventBody {
  static let type = EventType.retraction
  static let sentence = "An earlier event is withdrawn; it stays in the log."

  struct Fields: Sendable {
    let retracts = Field.required(
      "retracts", .slug(of: EventKind.self), "the event that is withdrawn")
    let reason = Field.required("reason", .paragraph, "why")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    retracts = try reader.read(Self.fields.retracts)
    reason = try reader.read(Self.fields.reason)
  }
}
