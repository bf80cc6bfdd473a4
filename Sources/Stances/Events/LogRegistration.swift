/// What a log is about and who keeps it; the latest registration wins.
package struct LogRegistration: Hashable, Sendable {
  /// What the record is called, such as "Chinese technology companies and Russia".
  package let title: String
  /// What it records, and what it leaves out.
  package let subject: String?
  /// The time that it covers, open if it goes on.
  package let period: FuzzyDate?
  /// Who keeps it.
  package let keeper: String?
  /// Where its keepers are reached: an address of mail or of a page.
  package let contact: String?
  /// Under which licence it may be used.
  package let licence: String?
}

extension LogRegistration: EventBody {
  static let type = EventType.logRegistered
  static let sentence = "What this log is about and who keeps it; the latest registration wins."

  struct Fields: Sendable {
    let title = Field.required("title", .line, "what the record is called")
    let subject = Field.optional(
      "subject", .paragraph, "what it records, and what it leaves out")
    let period = Field.optional("period", .date, "the time that it covers, open if it goes on")
    let keeper = Field.optional("keeper", .line, "who keeps it")
    let contact = Field.optional("contact", .line, "where its keepers are reached")
    let licence = Field.optional("licence", .line, "under which licence it may be used")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    title = try reader.read(Self.fields.title)
    subject = try reader.read(Self.fields.subject)
    period = try reader.read(Self.fields.period)
    keeper = try reader.read(Self.fields.keeper)
    contact = try reader.read(Self.fields.contact)
    licence = try reader.read(Self.fields.licence)
  }
}
