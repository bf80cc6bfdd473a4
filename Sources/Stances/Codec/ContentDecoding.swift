extension EventContent {
  /// Reads the own fields of a type.
  init(_ type: EventType, from reader: inout FieldReader) throws(EventRefusal) {
    switch type {
    case .publicAnnouncement: self = .publicAnnouncement(try PublicAnnouncement(&reader))
    case .denial:
      self = .denial(
        Denial(
          company: try reader.slug("company"), markets: try reader.markets(),
          denies: try reader.slugs("denies")))
    case .declinedComment:
      self = .declinedComment(
        DeclinedComment(company: try reader.slug("company"), markets: try reader.markets()))
    case .complianceReview:
      self = .complianceReview(
        ComplianceReview(
          company: try reader.slug("company"), markets: try reader.markets(),
          phase: try reader.term("phase"),
          outcome: try reader.optionalText("outcome", limit: 4000)))
    case .silentReduction: self = .silentReduction(try SilentReduction(&reader))
    case .continuedBusiness:
      self = .continuedBusiness(
        ContinuedBusiness(
          company: try reader.slug("company"), markets: try reader.markets(),
          level: try reader.optionalTerm("level", among: ContinuedBusiness.levels)))
    case .resumption:
      self = .resumption(
        Resumption(
          company: try reader.slug("company"), markets: try reader.markets(),
          disclosed: try reader.boolean("disclosed")))
    case .exit:
      self = .exit(
        Exit(
          company: try reader.slug("company"), markets: try reader.markets(),
          mode: try reader.term("mode"), disclosed: try reader.boolean("disclosed")))
    case .governmentStatement: self = .governmentStatement(try GovernmentStatement(&reader))
    case .governmentMeasure: self = .governmentMeasure(try GovernmentMeasure(&reader))
    case .pressure: self = .pressure(try Pressure(&reader))
    case .tradeStatistic: self = .tradeStatistic(try TradeStatistic(&reader))
    case .companyRegistered: self = .companyRegistered(try CompanyRegistration(&reader))
    case .bodyRegistered: self = .bodyRegistered(try BodyRegistration(&reader))
    case .correction: self = .correction(try Correction(&reader))
    case .retraction:
      self = .retraction(
        Retraction(
          retracts: try reader.slug("retracts"), reason: try reader.text("reason", limit: 4000)))
    }
  }
}

extension PublicAnnouncement {
  fileprivate init(_ reader: inout FieldReader) throws(EventRefusal) {
    company = try reader.slug("company")
    markets = try reader.markets()
    level = try reader.optionalTerm("level")
    effective = try reader.optionalDate("effective")
    lines = try reader.texts("lines")
    reason = try reader.optionalText("reason", limit: 4000)
  }
}

extension SilentReduction {
  fileprivate init(_ reader: inout FieldReader) throws(EventRefusal) {
    company = try reader.slug("company")
    markets = try reader.markets()
    level = try reader.term("level", among: Self.levels)
    cause = try reader.optionalText("cause", limit: 4000)
    extent = try reader.optionalText("extent", limit: 4000)
    lines = try reader.texts("lines")
  }
}

extension Correction {
  fileprivate init(_ reader: inout FieldReader) throws(EventRefusal) {
    corrects = try reader.slug("corrects")
    let member = try reader.required("replacement")
    let type = try EventType(of: member, path: "\(reader.path)replacement.")
    guard !type.isAmendment else {
      throw reader.refusal("replacement", member, .replacementIsAmendment)
    }
    replacement = try Event(member, path: "\(reader.path)replacement.")
    reason = try reader.text("reason", limit: 4000)
  }
}
