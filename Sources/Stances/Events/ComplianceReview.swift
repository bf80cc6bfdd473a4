/// The company opens or concludes a compliance review.
package struct ComplianceReview: Hashable, Sendable {
  /// Which end of the review.
  package enum Phase: String, Term { case opened, concluded }

  /// Who reviews.
  package let company: CompanyID
  /// The markets whose business is reviewed.
  package let markets: [Market]
  /// Whether the review begins or ends here.
  package let phase: Phase
  /// What a concluded review came to.
  package let outcome: String?
}

extension ComplianceReview: EventBody {
  static let type = EventType.complianceReview
  static let sentence = "The company opens or concludes a compliance review."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let phase = Field.required(
      "phase", .term(among: Phase.allCases), "whether it opens or concludes")
    let outcome = Field.optional("outcome", .paragraph, "what the review came to")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    phase = try reader.read(Self.fields.phase)
    outcome = try reader.read(Self.fields.outcome)
  }
}
