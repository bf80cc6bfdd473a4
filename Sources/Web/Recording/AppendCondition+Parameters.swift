import EventLog
import Stances

extension AppendCondition {
  /// The condition that the parameters of a request state.
  init(_ parameters: Parameters) throws(RequestError) {
    let head = try parameters.value(.expectHead, wholeNumber(.expectHead))
    let since = try parameters.value(.expectNothingSince, wholeNumber(.expectNothingSince))
    let company: CompanyID? = try parameters.value(.conditionCompany, slug)
    switch (head, since, company) {
    case (nil, nil, nil): self = .any
    case (let head?, nil, nil): self = .head(head)
    case (nil, let since?, let company?): self = .nothing(on: company, since: since)
    default:
      throw .badParameter(
        "expectHead",
        sentence: "give it alone, or expectNothingSince with a company")
    }
  }
}
