import Errors
import EventLog
package import Projections
import Reports
import Stances

/// Some companies side by side.
package enum CompareQuestion: Question {
  /// The name that people see.
  package static let name = "Compare"
  /// Its address.
  package static let template = "/compare"
  /// What it asks.
  package static let summary =
    "Companies side by side: what each says and does, and when they differed."
  /// Its parameters.
  package static let asks = [Parameter.compared, .markets] + Parameter.clocks
  /// Its pictures.
  package static let pictures = ["strips"]
  /// What a "not found" says.
  package static let missing: String? = "The log has no company with a given name."
  /// Every page links to it.
  package static let isListed = true

  /// The largest number of companies whose strips can be read below each other.
  private static let most = 8
  /// The largest number of companies that a page offers to choose from.
  private static let mostOffered = 200

  /// Refuses fewer than two companies, or too many.
  package static func check(_ given: Given) throws(ParameterError) {
    let count = given.texts(.compared).count
    guard count < 2 || count > most else { return }
    let sentence =
      switch count {
      case 0: "give at least two companies to compare, such as lenovo and xiaomi"
      case 1: "one company alone cannot be compared; give another one as well"
      default: "at most \(most) companies can be compared; leave out \(count - most) of them"
      }
    throw .badValue(Parameter.compared.name, sentence: sentence)
  }

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let names = asked.given.texts(.compared)
    let companies = try view.companies(names) ?? []
    for (place, company) in companies.enumerated() {
      guard let first = companies[..<place].firstIndex(of: company) else { continue }
      throw ParameterError.badValue(
        Parameter.compared.name,
        sentence: names[first] == names[place]
          ? "'\(company)' is given twice; give two different companies"
          : "'\(printable(names[first]))' and '\(printable(names[place]))' are one company, "
            + "'\(company)'; give two different companies")
    }
    var choice = PostureChoice()
    choice.markets = try asked.given.markets(.markets)
    let compared = view.narrowed(to: companies).choosing(choice, view.contents)
    let answer = Once {
      try check(asked.given)
      return try compared.answer(compared.comparison(in: choice.markets))
    }
    var reply = Reply(compared) {
      ComparisonReport.document(try answer())
    } json: {
      ComparisonReport.json(try answer())
    }
    reply.page = {
      // A page on which companies are still chosen is no refusal.
      companies.count < 2
        ? ComparisonReport.choice(of: companies.map(\.text), try view.answer(()))
        : ComparisonReport.page(try answer())
    }
    reply.picture = {
      let answer = try answer()
      return { ComparisonPicture.picture(answer, width: $0) }
    }
    reply.facets = { try offered(in: view, chosen: companies) }
    reply.choosing = companies.count < 2 ? .first : .more
    reply.links = {
      guard companies.count > 1 else { return [] }
      return try answer().content.markets
        .flatMap { $0.postures(on: compared.clocks.to).compactMap(\.self) }.flatMap(\.links)
    }
    return reply
  }

  /// The companies with a posture, each with the number of its markets; none of a log with too many.
  private static func offered(in view: LogView, chosen: [CompanyID]) throws -> [Facet] {
    let postures = Dictionary(grouping: try view.narrowed(to: nil).postures(), by: \.company)
    guard postures.count <= mostOffered else { return [] }
    let values = postures.values.compactMap { postures in
      postures.first.map { (text: $0.company.text, words: $0.name, count: postures.count) }
    }
    return [
      Facet(
        parameter: .compared,
        values: values.sorted {
          ($0.words.lowercased(), $0.text) < ($1.words.lowercased(), $1.text)
        })
    ]
  }
}
