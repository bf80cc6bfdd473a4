/// The vocabulary, version 1: which fields each type of event has.
package enum Vocabulary {
  /// The version in which events of a type are written today.
  package static func version(of type: EventType) -> Int { versions[type] ?? 1 }

  /// The versions of those types that have changed since version 1.
  private static let versions: [EventType: Int] = [:]

  /// The fields of a type, in the order in which people read them.
  package static func fields(of type: EventType) -> [Field] { table[type] ?? [] }

  /// Built once: decoding asks for the fields of every event.
  private static let table: [EventType: [Field]] = Dictionary(
    uniqueKeysWithValues: EventType.allCases.map { ($0, head + ownFields(of: $0) + tail(of: $0)) })

  /// The fields that only this type has.
  package static func ownFields(of type: EventType) -> [Field] {
    switch type {
    case .publicAnnouncement: CompanyFields.publicAnnouncement
    case .denial: CompanyFields.denial
    case .declinedComment: CompanyFields.actor
    case .complianceReview: CompanyFields.complianceReview
    case .silentReduction: CompanyFields.silentReduction
    case .continuedBusiness: CompanyFields.continuedBusiness
    case .resumption: CompanyFields.resumption
    case .exit: CompanyFields.exit
    case .governmentStatement: GovernmentFields.statement
    case .governmentMeasure: GovernmentFields.measure
    case .pressure: GovernmentFields.pressure
    case .tradeStatistic: TradeFields.statistic
    case .companyRegistered: RegistrationFields.company
    case .bodyRegistered: RegistrationFields.body
    case .logKey: LogKeyFields.key
    case .correction: AmendmentFields.correction
    case .retraction: AmendmentFields.retraction
    }
  }

  /// The objects inside events that have fields of their own, in reading order.
  package static let parts: [Part] = [
    EvidenceFields.source, GovernmentFields.addressees, GovernmentFields.by, TradeFields.product,
    TradeFields.change, RegistrationFields.identifiers,
  ]

  /// What holds between the fields of a type.
  package static func rules(of type: EventType) -> [FieldRule] {
    type == .tradeStatistic ? TradeFields.rules : []
  }

  /// What a type says, as one sentence.
  package static func sentence(of type: EventType) -> String {
    switch type {
    case .publicAnnouncement: "The company states what it will do or keep doing."
    case .denial: "The company denies a report or a label."
    case .declinedComment: "Asked, the company gave no answer."
    case .complianceReview: "The company opens or concludes a compliance review."
    case .silentReduction: "The company does less, unannounced, as others report."
    case .continuedBusiness: "Others see the company carry on, hold back growth, or expand."
    case .resumption: "The company goes back after a cut."
    case .exit: "The company is out of the market."
    case .governmentStatement: "A body says something about doing business in a market."
    case .governmentMeasure: "A legal act moves one step in its life."
    case .pressure: "Suppliers, customers, investors or the public press companies."
    case .tradeStatistic: "A trade or market figure is published."
    case .companyRegistered: "Who a company is; the latest registration wins."
    case .bodyRegistered: "Who a government or other body is; the latest registration wins."
    case .logKey: "The key that signs this log from here on, and the log's name."
    case .correction: "An earlier event's content is replaced; the earlier one stays in the log."
    case .retraction: "An earlier event is withdrawn; it stays in the log."
    }
  }

  private static let head: [Field] = [
    .required("id", .slug(of: "event"), "the event's name, unique in the log; a slug or a UUIDv7"),
    .required("type", .term(of: EventType.self), "the type of event"),
    .required("v", .integer, "the version of the type in which it is written"),
  ]

  private static func tail(of type: EventType) -> [Field] {
    [
      Field(
        name: "occurred", shape: .date, isRequired: type.isDated,
        words: "when it was so: the valid clock"),
      Field(
        name: "published", shape: .date, isRequired: type.isPublished,
        words: "when anyone could have known: the public clock"),
      Field(
        name: "evidence", shape: .list(.part(EvidenceFields.source), atLeast: type.isDated ? 1 : 0),
        isRequired: type.isDated, words: "on whose word: its sources"),
      .optional("note", .paragraph, "what a reader should know besides"),
      .optional("tags", .list(.slug(of: "tag"), atLeast: 0), "labels for finding events again"),
    ]
  }
}

extension EventType {
  /// Whether it needs a day on which it was so, and evidence.
  var isDated: Bool { !isRegistration && !isAmendment && !isOfLog }

  /// Whether it needs a day on which anyone could have known.
  var isPublished: Bool { !isRegistration && !isOfLog }
}
