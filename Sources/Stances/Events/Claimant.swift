/// On whose word a report about a company rests, beside its publisher.
///
/// It is always a claim by others, never the company's own word.
package struct Claimant: Hashable, Sendable {
  /// A registered body, such as a ministry.
  package let body: BodyID?
  /// A person or another organisation by name; with a body, who spoke for it.
  package let name: String?
}

extension Claimant: EventPart {
  static let name = "claimant"
  static let words = "on whose word a report about a company rests, beside the publisher"
  static let rules: [FieldRule] = [.atLeastOne(["body", "name"])]

  struct Fields: Sendable {
    let body = Field.optional("body", .slug(of: BodyKind.self), "the body that says so")
    let name = Field.optional(
      "name", .line, "the person or organisation that says so, or that speaks for the body")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    body = try reader.read(Self.fields.body)
    name = try reader.read(Self.fields.name)
    // A misspelt member is the likelier reason.
    try reader.finish()
    guard body != nil || name != nil else { throw reader.object.refusal(.noClaimant) }
  }
}
