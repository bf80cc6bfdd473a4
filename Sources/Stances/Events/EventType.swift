/// The types of events, as spelled on the wire.
package enum EventType: String, Term {
  case publicAnnouncement = "public_announcement"
  case denial
  case declinedComment = "declined_comment"
  case complianceReview = "compliance_review"
  case silentReduction = "silent_reduction"
  case continuedBusiness = "continued_business"
  case resumption
  case exit
  case governmentStatement = "government_statement"
  case governmentMeasure = "government_measure"
  case pressure
  case tradeStatistic = "trade_statistic"
  case companyRegistered = "company_registered"
  case bodyRegistered = "body_registered"
  case logRegistered = "log_registered"
  case capture
  case logKey = "log_key"
  case correction
  case retraction

  /// By the one byte that it is, not by its text: tables are asked for the type of each event.
  package func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
  }

  /// Whether it says who somebody, or what the log, is.
  package var isRegistration: Bool {
    self == .companyRegistered || self == .bodyRegistered || self == .logRegistered
  }

  /// Whether it is about the log itself or a file kept beside it, not about the world.
  package var isOfLog: Bool { self == .logKey || self == .capture }

  /// Whether it changes what an earlier event counts for.
  package var isAmendment: Bool { self == .correction || self == .retraction }
}

/// The struct of one type of event: it declares the type's fields and reads itself through them.
protocol EventBody: FieldRecord {
  /// The type.
  static var type: EventType { get }
  /// What the type says, as one sentence.
  static var sentence: String { get }
}

extension EventBody {
  static var name: String { type.rawValue }
  static var known: [FieldDescription] { Vocabulary.fields(of: type) }
}

extension EventType {
  /// The struct of the type.
  var body: any EventBody.Type {
    switch self {
    case .publicAnnouncement: PublicAnnouncement.self
    case .denial: Denial.self
    case .declinedComment: DeclinedComment.self
    case .complianceReview: ComplianceReview.self
    case .silentReduction: SilentReduction.self
    case .continuedBusiness: ContinuedBusiness.self
    case .resumption: Resumption.self
    case .exit: Exit.self
    case .governmentStatement: GovernmentStatement.self
    case .governmentMeasure: GovernmentMeasure.self
    case .pressure: Pressure.self
    case .tradeStatistic: TradeStatistic.self
    case .companyRegistered: CompanyRegistration.self
    case .bodyRegistered: BodyRegistration.self
    case .logRegistered: LogRegistration.self
    case .capture: Capture.self
    case .logKey: LogKey.self
    case .correction: Correction.self
    case .retraction: Retraction.self
    }
  }
}
