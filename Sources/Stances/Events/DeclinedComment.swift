/// Asked, the company gave no answer.
package struct DeclinedComment: Hashable, Sendable {
  /// Who was asked.
  package let company: CompanyID
  /// The markets that it was asked about.
  package let markets: [Market]
}

extension DeclinedComment: EventBody {
  static let type = EventType.declinedComment
  static let sentence = "Asked, the company gave no answer."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
  }
}
