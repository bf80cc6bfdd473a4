import Errors
import EventLog
import HTTPTypes
import Inbox
import Intake
import JSON
import Stances

/// What went wrong with a request, for programs (RFC 9457) and for people.
struct Problem: Sendable {
  let status: HTTPResponse.Status
  /// What kind of problem it is, the same for every request that meets it.
  let code: String
  /// What is wrong with this request, and what to do about it.
  let detail: String
  /// What helps to find it: line, column, position, the nearest names.
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

/// The one place that turns an error into a status and words.
extension Problem {
  init(_ error: any Error) {
    switch error {
    case let refusal as RequestError:
      self.init(
        refusal, status: refusal.status ?? Self.status(of: refusal.kind), fields: refusal.fields)
    case let error as WorkError:
      switch error {
      case .tooLong: self.init(error, status: .contentTooLarge)
      case .outOfTime: self.init(error, status: .serviceUnavailable, fields: [.retryAfter: "60"])
      }
    // What was looked at is not there any more: a conflict over HTTP, to be tried again elsewhere.
    case let error as InboxError where error.kind == .busy: self.init(error, status: .conflict)
    case let error as any CallerError: self.init(error, status: Self.status(of: error.kind))
    case EventLogError.replaced: self = .replacedLog
    case let error as any StanceError: self.init(faultOf: error.kind)
    case is CancellationError:
      self.init(status: .serviceUnavailable, code: "ending", detail: "the server is shutting down")
    default: self.init(faultOf: .bug)
    }
  }

  /// Whether the server's operator has to hear of it.
  var isServerFault: Bool { status.kind == .serverError }

  private init(
    _ error: any CallerError, status: HTTPResponse.Status, fields: HTTPFields = [:]
  ) {
    self.init(
      status: status, code: error.code, detail: error.sentence,
      particulars: error.particulars.map { ($0.name, JSONValue($0.value)) }, fields: fields)
  }

  /// The status of an error in what was asked or sent.
  private static func status(of kind: ErrorKind) -> HTTPResponse.Status {
    switch kind {
    case .usage: .badRequest
    case .badData: .unprocessableContent
    case .notFound: .notFound
    case .conflict: .conflict
    case .noPermission: .forbidden
    case .busy, .unavailable, .badLog, .cannotCreate, .inputOutput, .finding, .interrupted:
      .serviceUnavailable
    case .readerGone, .bug: .internalServerError
    }
  }

  private static let replacedLog = Problem(
    status: .serviceUnavailable, code: "log_replaced",
    detail: "the log's file was replaced or removed while it was served, and the server reads and "
      + "writes nothing any more; restart it on the log that is to be served")

  /// The problem of an error that is the server's own.
  ///
  /// Its sentence may name files of the server's machine: the journal has it, a stranger does not.
  private init(faultOf kind: ErrorKind) {
    switch kind {
    case .busy:
      self.init(
        status: .serviceUnavailable, code: "busy",
        detail: "another program is writing to the log; try again", fields: [.retryAfter: "5"])
    case .badLog, .notFound, .cannotCreate, .noPermission, .inputOutput, .unavailable:
      self.init(
        status: .serviceUnavailable, code: "log_not_available",
        detail: "the log cannot be read or written now; the server's access log says why")
    case .finding:
      self.init(
        status: .serviceUnavailable, code: "history_refused",
        detail: "this log is not the one that was signed before, and takes no events; "
          + "ask its operator to run 'stance verify'")
    case .usage, .badData, .conflict, .interrupted, .readerGone, .bug:
      self.init(
        status: .internalServerError, code: "internal",
        detail: "the server failed to answer; its access log says why")
    }
  }
}
