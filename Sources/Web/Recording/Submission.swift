import Answers
import EventLog
import Intake
import Stances

/// How a body of events is written.
enum SubmittedFormat {
  /// The format of a media type, whose parameters are ignored.
  static func format(of field: String?) throws(RequestError) -> InputFormat {
    let given = field ?? ""
    switch given.prefix(while: { $0 != ";" }).trimmingSpaces.lowercased() {
    case "application/json": return .json
    case "application/x-ndjson", "application/jsonl", "application/x-jsonlines": return .jsonl
    case "text/csv": return .csv
    default: throw .unsupportedMediaType(given: given)
    }
  }
}

extension AppendCondition {
  /// The condition that the parameters of a request state.
  init(_ given: Given) throws {
    let head = given.position(.expectHead)
    let since = given.position(.expectNothingSince)
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
