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
    case .logKey: self = .logKey(try LogKey(&reader))
    case .correction: self = .correction(try Correction(&reader))
    case .retraction: self = .retraction(try Retraction(&reader))
    }
  }
}
