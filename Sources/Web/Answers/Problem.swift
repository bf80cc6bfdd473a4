import JSON
import HTTPTypes
import Stances

/// What went wrong with a request, for programs (RFC 9457) and for people.
struct Problem: Sendable {
  let status: HTTPResponse.Status
  /// What kind of problem it is, the same for every request that meets it.
  let code: String
  /// What is wrong with this request, and what to do about it.
  let detail: String
  /// Where to look: line, column, position, the nearest names.
  var particulars: [(name: String, value: JSONValue)] = []
  /// Header fields that belong to the status.
  var fields: HTTPFields = [:]

  static let mediaType = "application/problem+json"

  /// The problem as an answer for programs.
  var answer: WebAnswer {
    var answer = WebAnswer(
      status, Self.mediaType, json.prettyBytes() + [UInt8(ascii: "\n")], fields: fields)
    answer.fields[.cacheControl] = "no-store"
    return answer
  }

  private var json: JSONValue {
    .object(
      [
        ("type", .string("about:blank")), ("title", .string(status.reasonPhrase)),
        ("status", .integer(Int64(status.code))), ("code", .string(code)),
        ("detail", .string(detail)),
      ] + particulars)
  }
}
