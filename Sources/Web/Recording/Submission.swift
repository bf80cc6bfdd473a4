import EventLog
import Intake
import Stances

/// A token as it stands in the `Authorization` field (RFC 6750 §2.1).
struct BearerToken {
  let text: String

  /// Nil where the field is missing or holds something else.
  init?(_ field: String?) {
    guard let words = field?.split(separator: " "), words.count == 2,
      words[0].lowercased() == "bearer"
    else { return nil }
    text = String(words[1])
  }
}

/// How a body of events is written.
enum SubmittedFormat {
  /// The format of a media type; its parameters say nothing that is not fixed.
  static func format(of field: String?) throws(RequestRefusal) -> InputFormat {
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
  init(_ parameters: Parameters) throws(RequestRefusal) {
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

/// Reads a yes or no.
func flag(_ text: String) throws -> Bool {
  switch text {
  case "true": return true
  case "false": return false
  default: throw ValueRefusal(description: "'\(printable(text))' is neither true nor false")
  }
}
