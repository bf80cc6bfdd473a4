/// Replaces the content of an earlier event; the earlier one stays in the log.
package struct Correction: Hashable, Sendable {
  /// The event whose content is replaced.
  package let corrects: EventID
  /// What it should have said: a whole event with the same id.
  package let replacement: Event
  /// Why the content is replaced.
  package let reason: String
}

extension Correction: EventBody {
  static let type = EventType.correction
  static let sentence = "An earlier event's content is replaced; the earlier one stays in the log."

  struct Fields: Sendable {
    let corrects = Field.required(
      "corrects", .slug(of: EventKind.self), "the event whose content is replaced")
    let replacement = Field.required(
      "replacement", .content, "what it should have said: a whole event with the same id")
    let reason = Field.required("reason", .paragraph, "why")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    corrects = try reader.read(Self.fields.corrects)
    replacement = try reader.read(Self.fields.replacement)
    guard replacement.id == corrects else {
      throw reader.refusal(
        of: Self.fields.replacement,
        .replacementOfOther(id: replacement.id.text, corrects: corrects.text))
    }
    reason = try reader.read(Self.fields.reason)
  }
}

extension FieldType where Value == Event {
  /// A whole event that is no correction, retraction or key of the log.
  fileprivate static var content: Self {
    Self(shape: .event) { (value) throws(EventError) in
      let type = try EventType(of: value)
      guard !type.isAmendment, !type.isOfLog else { throw value.refusal(.replacementIsAmendment) }
      return try Event(value)
    }
  }
}
