package import Stances

/// The name of a company, body or measure as the log keeps it.
struct LogName: Hashable {
  let kind: NameKind
  let slug: String

  init(kind: NameKind, slug: String) {
    (self.kind, self.slug) = (kind, slug)
  }

  /// By the slug alone: few names of two kinds share theirs, and each event looks names up.
  func hash(into hasher: inout Hasher) {
    hasher.combine(slug)
  }

  init(_ company: CompanyID) {
    (kind, slug) = (.company, company.text)
  }

  init(_ body: BodyID) {
    (kind, slug) = (.body, body.text)
  }

  init(_ measure: MeasureKey) {
    (kind, slug) = (.measure, measure.text)
  }
}

extension EventContent {
  /// The name that the event brings into the log, if it does.
  var introducedName: LogName? {
    switch self {
    case .companyRegistered(let registration): LogName(registration.company)
    case .bodyRegistered(let registration): LogName(registration.body)
    case .governmentMeasure(let measure): LogName(measure.measure)
    case .correction(let correction): correction.replacement.content.introducedName
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .governmentStatement, .pressure, .tradeStatistic,
      .logRegistered, .capture, .logKey, .retraction:
      nil
    }
  }
}

/// A name that an event uses and that must be in the log, or come further down in its append.
struct NameMention {
  let name: LogName
  /// The way to the field inside the event.
  let field: String
  /// Whether the event concerns what it names; it does not concern a parent.
  var isSubject = true
}

extension EventContent {
  /// The names that the event uses, in the order of its fields.
  var nameMentions: [NameMention] {
    switch self {
    case .publicAnnouncement, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit:
      mention(of: company, in: "company") + mention(of: claimant?.body, in: "claimant.body")
        + mentions(of: follows, in: "follows")
    case .denial:
      mention(of: company, in: "company") + mention(of: body, in: "body")
    case .governmentStatement(let statement):
      [NameMention(name: LogName(statement.body), field: "body")]
        + mentions(of: addressees.companies, in: "addressees.companies")
        + mention(of: statement.measure, in: "measure")
    case .governmentMeasure(let measure):
      [NameMention(name: LogName(measure.body), field: "body")]
        + mentions(of: addressees.companies, in: "addressees.companies")
        + mentions(of: measure.under, in: "under")
    case .pressure:
      mentions(of: addressees.companies, in: "addressees.companies")
    case .tradeStatistic(let statistic):
      mention(of: body, in: "body") + mention(of: company, in: "company")
        + mentions(of: statistic.companies, in: "companies")
    case .companyRegistered(let registration):
      mention(of: registration.parent, in: "parent", isSubject: false)
        + mention(of: registration.mergedInto, in: "merged_into")
    case .bodyRegistered(let registration):
      mention(of: registration.parent, in: "parent", isSubject: false)
        + mention(of: registration.company, in: "company", isSubject: false)
    case .correction(let correction):
      correction.replacement.content.nameMentions.map {
        NameMention(name: $0.name, field: "replacement.\($0.field)", isSubject: $0.isSubject)
      }
    case .logRegistered, .capture, .logKey, .retraction: []
    }
  }

  /// The names that the event itself says it concerns.
  var ownSubjects: [LogName] {
    switch self {
    case .publicAnnouncement, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit:
      // Most events are such, and a mention carries more than a name.
      guard let company, claimant?.body == nil, follows.isEmpty else { return mentionedSubjects }
      return [LogName(company)]
    case .denial, .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic,
      .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey, .correction,
      .retraction:
      return mentionedSubjects
    }
  }

  /// The companies that the event itself says it concerns, each once.
  package var concernedCompanies: Set<CompanyID> {
    Set(ownSubjects.lazy.filter { $0.kind == .company }.compactMap { CompanyID($0.slug) })
  }

  /// The bodies that the event itself says it concerns, each once.
  package var concernedBodies: Set<BodyID> {
    Set(ownSubjects.lazy.filter { $0.kind == .body }.compactMap { BodyID($0.slug) })
  }

  private var mentionedSubjects: [LogName] {
    nameMentions.filter(\.isSubject).map(\.name) + [introducedName].compactMap(\.self)
  }

  private func mentions(of companies: [CompanyID], in field: String) -> [NameMention] {
    mentions(of: companies.map(LogName.init), in: field)
  }

  private func mentions(of measures: [MeasureKey], in field: String) -> [NameMention] {
    mentions(of: measures.map(LogName.init), in: field)
  }

  private func mentions(of names: [LogName], in field: String) -> [NameMention] {
    names.enumerated().map { NameMention(name: $1, field: "\(field)[\($0)]") }
  }

  private func mention(
    of company: CompanyID?, in field: String, isSubject: Bool = true
  ) -> [NameMention] {
    company.map { [NameMention(name: LogName($0), field: field, isSubject: isSubject)] } ?? []
  }

  private func mention(
    of body: BodyID?, in field: String, isSubject: Bool = true
  ) -> [NameMention] {
    body.map { [NameMention(name: LogName($0), field: field, isSubject: isSubject)] } ?? []
  }

  private func mention(of measure: MeasureKey?, in field: String) -> [NameMention] {
    measure.map { [NameMention(name: LogName($0), field: field)] } ?? []
  }
}
