import Intake

/// How a body of events is written.
enum SubmittedFormat {
  /// The format of a media type; its parameters say nothing that is not fixed.
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
