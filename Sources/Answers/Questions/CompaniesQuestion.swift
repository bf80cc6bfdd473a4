package import Projections
import Reports
import Stances

/// Every company, with where it stands and how much is recorded of it.
package enum CompaniesQuestion: Question {
  /// The name that people see.
  package static let name = "Companies"
  /// Its address.
  package static let template = "/companies"
  /// What it asks.
  package static let summary =
    "Every company: where it is based, how it reads in each market, and its events."
  /// Its parameters.
  package static let asks =
    Parameter.clocks + [
      .presentIn, .countries, .sectors, .listOrder, .afterCompany, .partLimit,
    ]
  /// It is a list of companies.
  package static let isList = true
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    var choice = PostureChoice()
    choice.markets = try asked.given.markets(.presentIn)
    choice.countries = try asked.given.markets(.countries)
    choice.sectors = asked.given.texts(.sectors)
    let view = view.choosing(choice, view.contents)
    try view.checkChoice()
    let after: CompanyID? = try asked.given.name(.afterCompany)
    let (part, facets) = try view.companyList(
      by: asked.given.word(.listOrder) ?? .name, after: after, atMost: asked.listLimit)
    let answer = try view.answer(part)
    var reply = Reply(view) {
      CompanyListReport.document(answer)
    } json: {
      CompanyListReport.json(answer)
    }
    reply.lines = { part.shown.map(\.json) }
    reply.neighbours = { part.more.neighbours("companies") }
    reply.facets = { facets.facets }
    reply.links = { part.shown.map { .company($0.company, name: $0.name) } }
    return reply
  }
}

extension Asked {
  /// How many names a list shows: all of them in a stream, which reads the log once.
  var listLimit: Int {
    given.number(.partLimit).flatMap(Int.init) ?? (isStreamed ? .max : Parameter.standardLimit)
  }
}

extension CompanyFacets {
  fileprivate var facets: [Facet] {
    [
      Facet(
        parameter: .presentIn,
        values: markets.map { ($0.value.code, $0.value.englishName, $0.count) }),
      Facet(
        parameter: .countries,
        values: countries.map { ($0.value.code, $0.value.englishName, $0.count) }),
      Facet(parameter: .sectors, values: sectors.map { ($0.value, $0.value, $0.count) }),
    ]
  }
}
