/// A company, or a body for it, denies a report or a label.
package struct Denial: Hashable, Sendable {
  /// What is denied.
  package enum Subject: String, Term {
    /// What is reported: only such a denial contests what the company is said to do.
    case report
    /// Its own part in it.
    case role
    /// The motive that is said to be behind it.
    case motive
  }

  /// The company that denies, or that a body denies for; nil if a body speaks for its members.
  package let company: CompanyID?
  /// The body or association that denies, for the company or for its members.
  package let body: BodyID?
  /// The markets that the denial is about.
  package let markets: [Market]
  /// What is denied.
  package let subject: Subject
  /// The events it denies; empty if it names none that the log has.
  package let denies: [EventID]
  /// The lines of business it speaks of, if it is not the whole.
  package let lines: [String]
}

extension Denial: EventBody {
  static let type = EventType.denial
  static let sentence = "A company, or a body for it, denies a report or a label."
  static let rules: [FieldRule] = [.atLeastOne(["company", "body"])]

  struct Fields: Sendable {
    let company = Field.optional(
      "company", .slug(of: CompanyKind.self), optionalSince: 2,
      "the company that denies, or for which `body` does")
    let body = Field.optional(
      "body", .slug(of: BodyKind.self), since: 2,
      "the body or association that denies, for the company or for its members")
    let markets = CompanyAct.markets
    let subject = Field.optional(
      "subject", .term(among: Subject.allCases), default: .report, since: 2,
      "what is denied: the report, its own role in it, or the motive; only the first contests what "
        + "the company is said to do; default: `report`")
    let denies = Field.optional(
      "denies", .list(.slug(of: EventKind.self)), default: [],
      "the recorded events that it denies")
    let lines = CompanyAct.newLines
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    body = try reader.read(Self.fields.body)
    markets = try reader.read(Self.fields.markets)
    subject = try reader.read(Self.fields.subject)
    denies = try reader.read(Self.fields.denies)
    lines = try reader.read(Self.fields.lines)
    guard company != nil || body != nil else { throw reader.object.refusal(.noDenier) }
  }
}
