/// What one event says, a case for each type of the vocabulary.
package indirect enum EventContent: Hashable, Sendable {
  case publicAnnouncement(PublicAnnouncement)
  case denial(Denial)
  case declinedComment(DeclinedComment)
  case complianceReview(ComplianceReview)
  case silentReduction(SilentReduction)
  case continuedBusiness(ContinuedBusiness)
  case resumption(Resumption)
  case exit(Exit)
  case governmentStatement(GovernmentStatement)
  case governmentMeasure(GovernmentMeasure)
  case pressure(Pressure)
  case tradeStatistic(TradeStatistic)
  case companyRegistered(CompanyRegistration)
  case bodyRegistered(BodyRegistration)
  case logRegistered(LogRegistration)
  case capture(Capture)
  case logKey(LogKey)
  case correction(Correction)
  case retraction(Retraction)
}

extension EventContent {
  /// The type of this content.
  package var type: EventType {
    switch self {
    case .publicAnnouncement: .publicAnnouncement
    case .denial: .denial
    case .declinedComment: .declinedComment
    case .complianceReview: .complianceReview
    case .silentReduction: .silentReduction
    case .continuedBusiness: .continuedBusiness
    case .resumption: .resumption
    case .exit: .exit
    case .governmentStatement: .governmentStatement
    case .governmentMeasure: .governmentMeasure
    case .pressure: .pressure
    case .tradeStatistic: .tradeStatistic
    case .companyRegistered: .companyRegistered
    case .bodyRegistered: .bodyRegistered
    case .logRegistered: .logRegistered
    case .capture: .capture
    case .logKey: .logKey
    case .correction: .correction
    case .retraction: .retraction
    }
  }

  /// The company that acts, whose own figure it is, or that is registered.
  package var company: CompanyID? {
    switch self {
    case .publicAnnouncement(let event): event.company
    case .denial(let event): event.company
    case .declinedComment(let event): event.company
    case .complianceReview(let event): event.company
    case .silentReduction(let event): event.company
    case .continuedBusiness(let event): event.company
    case .resumption(let event): event.company
    case .exit(let event): event.company
    case .companyRegistered(let event): event.company
    case .tradeStatistic(let event): event.company
    case .correction(let event): event.replacement.content.company
    case .governmentStatement, .governmentMeasure, .pressure, .bodyRegistered, .logRegistered,
      .capture, .logKey, .retraction:
      nil
    }
  }

  /// The lines of business that it is limited to; none for the whole business.
  package var lines: [String] {
    switch self {
    case .publicAnnouncement(let event): event.lines
    case .denial(let event): event.lines
    case .silentReduction(let event): event.lines
    case .continuedBusiness(let event): event.lines
    case .resumption(let event): event.lines
    case .exit(let event): event.lines
    case .correction(let event): event.replacement.content.lines
    case .declinedComment, .complianceReview, .governmentStatement, .governmentMeasure, .pressure,
      .tradeStatistic, .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey,
      .retraction:
      []
    }
  }

  /// The body that acts or is registered.
  package var body: BodyID? {
    switch self {
    case .governmentStatement(let event): event.body
    case .governmentMeasure(let event): event.body
    case .bodyRegistered(let event): event.body
    case .denial(let event): event.body
    case .tradeStatistic(let event):
      if case .body(let body) = event.publisher { body } else { nil }
    case .correction(let event): event.replacement.content.body
    case .publicAnnouncement, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .pressure, .companyRegistered, .logRegistered,
      .capture, .logKey, .retraction:
      nil
    }
  }

  /// The markets that the event is about; empty for registrations, keys and retractions.
  package var markets: [Market] {
    switch self {
    case .publicAnnouncement(let event): event.markets
    case .denial(let event): event.markets
    case .declinedComment(let event): event.markets
    case .complianceReview(let event): event.markets
    case .silentReduction(let event): event.markets
    case .continuedBusiness(let event): event.markets
    case .resumption(let event): event.markets
    case .exit(let event): event.markets
    case .governmentStatement(let event): event.markets
    case .governmentMeasure(let event): event.markets
    case .pressure(let event): event.markets
    case .tradeStatistic(let event): [event.partner ?? event.reporter]
    case .correction(let event): event.replacement.content.markets
    case .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey, .retraction: []
    }
  }

  /// Whom the event addresses.
  package var addressees: Addressees {
    switch self {
    case .governmentStatement(let event): event.addressees
    case .governmentMeasure(let event): event.addressees
    case .pressure(let event): event.addressees
    case .correction(let event): event.replacement.content.addressees
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .tradeStatistic, .companyRegistered, .bodyRegistered,
      .logRegistered, .capture, .logKey, .retraction:
      .nobody
    }
  }

  /// On whose word a report about a company rests, beside its publisher.
  package var claimant: Claimant? {
    switch self {
    case .silentReduction(let event): event.claimant
    case .continuedBusiness(let event): event.claimant
    case .resumption(let event): event.claimant
    case .exit(let event): event.claimant
    case .correction(let event): event.replacement.content.claimant
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .governmentStatement,
      .governmentMeasure, .pressure, .tradeStatistic, .companyRegistered, .bodyRegistered,
      .logRegistered, .capture, .logKey, .retraction:
      nil
    }
  }

  /// The measures that the company, or the report on it, names as the reason.
  package var follows: [MeasureKey] {
    switch self {
    case .publicAnnouncement(let event): event.follows
    case .silentReduction(let event): event.follows
    case .exit(let event): event.follows
    case .correction(let event): event.replacement.content.follows
    case .denial, .declinedComment, .complianceReview, .continuedBusiness, .resumption,
      .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic, .companyRegistered,
      .bodyRegistered, .logRegistered, .capture, .logKey, .retraction:
      []
    }
  }

  /// The measure that the event moves or is about.
  package var measure: MeasureKey? {
    switch self {
    case .governmentStatement(let event): event.measure
    case .governmentMeasure(let event): event.measure
    case .correction(let event): event.replacement.content.measure
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .pressure, .tradeStatistic, .companyRegistered,
      .bodyRegistered, .logRegistered, .capture, .logKey, .retraction:
      nil
    }
  }
}

extension EventContent {
  /// Reads the own fields of a type.
  init(_ type: EventType, from reader: inout FieldReader) throws(EventError) {
    switch type {
    case .publicAnnouncement: self = .publicAnnouncement(try PublicAnnouncement(&reader))
    case .denial: self = .denial(try Denial(&reader))
    case .declinedComment: self = .declinedComment(try DeclinedComment(&reader))
    case .complianceReview: self = .complianceReview(try ComplianceReview(&reader))
    case .silentReduction: self = .silentReduction(try SilentReduction(&reader))
    case .continuedBusiness: self = .continuedBusiness(try ContinuedBusiness(&reader))
    case .resumption: self = .resumption(try Resumption(&reader))
    case .exit: self = .exit(try Exit(&reader))
    case .governmentStatement: self = .governmentStatement(try GovernmentStatement(&reader))
    case .governmentMeasure: self = .governmentMeasure(try GovernmentMeasure(&reader))
    case .pressure: self = .pressure(try Pressure(&reader))
    case .tradeStatistic: self = .tradeStatistic(try TradeStatistic(&reader))
    case .companyRegistered: self = .companyRegistered(try CompanyRegistration(&reader))
    case .bodyRegistered: self = .bodyRegistered(try BodyRegistration(&reader))
    case .logRegistered: self = .logRegistered(try LogRegistration(&reader))
    case .capture: self = .capture(try Capture(&reader))
    case .logKey: self = .logKey(try LogKey(&reader))
    case .correction: self = .correction(try Correction(&reader))
    case .retraction: self = .retraction(try Retraction(&reader))
    }
  }
}
