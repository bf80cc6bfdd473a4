import EventLog
import HTTPTypes
import Intake
import Projections
import Stances

/// The one place that turns an error into a status and words.
extension Problem {
  init(_ error: any Error) {
    switch error {
    case let refusal as RequestRefusal: self = refusal.problem
    case let refusal as QueryRefusal: self = refusal.problem
    case let refusal as IntakeRefusal: self = refusal.problem
    case let broken as BrokenCondition:
      self.init(status: .conflict, code: "condition_broken", detail: "\(broken)")
    case let error as EventLogError: self = error.problem
    case is HistoryRefusal:
      self.init(
        status: .serviceUnavailable, code: "history_refused",
        detail: "this log is not the one that was signed before, and takes no events; "
          + "tell whoever keeps it to run 'stance verify'")
    case is CancellationError:
      self.init(status: .serviceUnavailable, code: "ending", detail: "the server is ending")
    default:
      self.init(
        status: .internalServerError, code: "internal",
        detail: "the server failed at this; its journal says how")
    }
  }

  /// Whether whoever runs the server has to hear of it.
  var isServerFault: Bool { status.kind == .serverError }
}

extension RequestRefusal {
  fileprivate var problem: Problem {
    switch self {
    case .otherHost: problem(.misdirectedRequest, "other_host")
    case .malformedAddress: problem(.badRequest, "malformed_address")
    case .notFound: problem(.notFound, "not_found")
    case .notServed: problem(.notFound, "no_such_form")
    case .notAllowed(_, let allowed):
      problem(
        .methodNotAllowed, "method_not_allowed", [.allow: allowed.joined(separator: ", ")])
    case .unknownParameter: problem(.badRequest, "unknown_parameter")
    case .repeatedParameter: problem(.badRequest, "repeated_parameter")
    case .badParameter: problem(.badRequest, "bad_parameter")
    case .badHeader: problem(.badRequest, "bad_header")
    case .notAuthorized:
      problem(.unauthorized, "not_authorized", [.wwwAuthenticate: #"Bearer realm="stance""#])
    case .recordingOff: problem(.forbidden, "recording_off")
    case .bodyTooLong: problem(.contentTooLarge, "body_too_long", [.connection: "close"])
    case .unsupportedMediaType: problem(.unsupportedMediaType, "unsupported_media_type")
    case .tooManyStreams: problem(.serviceUnavailable, "too_many_streams", [.retryAfter: "30"])
    case .tooManyQueries: problem(.serviceUnavailable, "too_many_queries", [.retryAfter: "5"])
    }
  }

  private func problem(
    _ status: HTTPResponse.Status, _ code: String, _ fields: HTTPFields = [:]
  ) -> Problem {
    Problem(status: status, code: code, detail: "\(self)", fields: fields)
  }
}

extension QueryRefusal {
  fileprivate var problem: Problem {
    switch self {
    case .unknownCompany(_, let nearest): problem(.notFound, "unknown_company", nearest)
    case .unknownBody(_, let nearest): problem(.notFound, "unknown_body", nearest)
    case .unknownMeasure(_, let nearest): problem(.notFound, "unknown_measure", nearest)
    case .unknownEvent(_, let nearest): problem(.notFound, "unknown_event", nearest)
    case .nothingRecorded: problem(.notFound, "nothing_recorded")
    case .notRegisteredThen: problem(.notFound, "not_registered_then")
    case .ambiguousCompany(_, let meanings): problem(.badRequest, "ambiguous_company", meanings)
    case .beyondHead: problem(.badRequest, "beyond_head")
    case .stillToCome: problem(.badRequest, "still_to_come")
    case .beforeStart: problem(.badRequest, "before_start")
    case .tooManySteps: problem(.badRequest, "too_many_steps")
    }
  }

  private func problem(
    _ status: HTTPResponse.Status, _ code: String, _ nearest: [String] = []
  ) -> Problem {
    Problem(
      status: status, code: code, detail: "\(self)",
      particulars: nearest.isEmpty
        ? [] : [("nearest", .array(nearest.map(JSONValue.string)))])
  }
}

extension EventLogError {
  fileprivate var problem: Problem {
    switch self {
    case .busy:
      Problem(
        status: .serviceUnavailable, code: "busy",
        detail: "another program is writing to the log; try again", fields: [.retryAfter: "5"])
    default:
      // The sentence names files of the server's machine, which are nobody's business.
      Problem(
        status: .serviceUnavailable, code: "log_not_available",
        detail: "the log cannot be read or written now; the server's journal says why")
    }
  }
}

extension IntakeRefusal {
  fileprivate var problem: Problem {
    var particulars: [(name: String, value: JSONValue)] = []
    switch place {
    case .character(_, let line, let column):
      particulars += [("line", .integer(Int64(line))), ("column", .integer(Int64(column)))]
    case .cell(_, let line, let header):
      particulars += [("line", .integer(Int64(line))), ("header", .string(header))]
    case .line(_, let line): particulars += [("line", .integer(Int64(line)))]
    case .flag, .flags: break
    }
    if !path.isEmpty { particulars.append(("path", .string(path))) }
    if let refusal { particulars.append(("event", .string(refusal.id.text))) }
    if case .conflict(let position)? = refusal?.reason {
      particulars.append(("position", .integer(position)))
      return Problem(
        status: .conflict, code: "event_conflict", detail: sentence, particulars: particulars)
    }
    return Problem(
      status: .unprocessableContent, code: "event_refused", detail: sentence,
      particulars: particulars)
  }
}
