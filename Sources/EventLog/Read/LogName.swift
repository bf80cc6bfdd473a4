import Stances

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
      .logKey, .retraction:
      nil
    }
  }
}

/// A name that an event uses and that must be in the log before it.
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
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit:
      company.map { [NameMention(name: LogName($0), field: "company")] } ?? []
    case .governmentStatement(let statement):
      [NameMention(name: LogName(statement.body), field: "body")]
        + mentions(of: addressees.companies, in: "addressees.companies")
        + mention(of: statement.measure, in: "measure")
    case .governmentMeasure(let measure):
      [NameMention(name: LogName(measure.body), field: "body")]
        + mentions(of: addressees.companies, in: "addressees.companies")
        + mention(of: measure.under, in: "under")
    case .pressure:
      mentions(of: addressees.companies, in: "addressees.companies")
    case .tradeStatistic(let statistic):
      (body.map { [NameMention(name: LogName($0), field: "body")] } ?? [])
        + mentions(of: statistic.companies, in: "companies")
    case .companyRegistered(let registration):
      registration.parent.map {
        [NameMention(name: LogName($0), field: "parent", isSubject: false)]
      } ?? []
    case .bodyRegistered(let registration):
      registration.parent.map {
        [NameMention(name: LogName($0), field: "parent", isSubject: false)]
      } ?? []
    case .correction(let correction):
      correction.replacement.content.nameMentions.map {
        NameMention(name: $0.name, field: "replacement.\($0.field)", isSubject: $0.isSubject)
      }
    case .logKey, .retraction: []
    }
  }

  /// The names that the event itself says it concerns.
  var ownSubjects: [LogName] {
    switch self {
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit:
      // Most events are such, and a mention carries more than a name.
      return company.map { [LogName($0)] } ?? []
    case .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic, .companyRegistered,
      .bodyRegistered, .logKey, .correction, .retraction:
      return mentionedSubjects
    }
  }

  private var mentionedSubjects: [LogName] {
    nameMentions.filter(\.isSubject).map(\.name) + [introducedName].compactMap(\.self)
  }

  private func mentions(of companies: [CompanyID], in field: String) -> [NameMention] {
    companies.enumerated().map { index, company in
      NameMention(name: LogName(company), field: "\(field)[\(index)]")
    }
  }

  private func mention(of measure: MeasureKey?, in field: String) -> [NameMention] {
    measure.map { [NameMention(name: LogName($0), field: field)] } ?? []
  }
}
