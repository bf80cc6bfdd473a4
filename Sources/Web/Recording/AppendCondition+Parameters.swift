import Answers
import EventLog
import Stances

extension AppendCondition {
  /// The condition that the parameters of a request state.
  init(_ given: Given) throws {
    let head = given.number(.expectHead)
    let since = given.number(.expectNothingSince)
    let company: CompanyID? = try given.name(.conditionCompany)
    switch (head, since, company) {
    case (nil, nil, nil): self = .any
    case (let head?, nil, nil): self = .head(head)
    case (nil, let since?, let company?): self = .nothing(on: company, since: since)
    default:
      throw ParameterError.badValue(
        Parameter.expectHead.name,
        sentence: "give it alone, or expectNothingSince with a company")
    }
  }
}

extension Parameter {
  static let expectHead = Parameter(
    "expectHead", "Record only if the log's head is this position.",
    .number(least: 0, most: mostPosition))
  static let expectNothingSince = Parameter(
    "expectNothingSince",
    "Record only if nothing on the company was recorded after this position.",
    .number(least: 0, most: mostPosition))
  static let conditionCompany = Parameter(
    "company", "The company of expectNothingSince, by slug.", .slug)
}
