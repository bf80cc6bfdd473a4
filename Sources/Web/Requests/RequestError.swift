package import Errors
import HTTPTypes
import Stances

/// Why a request is refused before anything is looked up.
package enum RequestError: CallerError, Equatable, Sendable {
  case otherHost(String)
  case badHost(HostFault)
  case malformedRequest
  case headTooLong(limit: Int)
  case malformedAddress
  case notFound(path: String)
  case notServed(format: String, path: String)
  case notAllowed(method: String, allowed: [String])
  case badHeader(String, sentence: String)
  case notAuthorized(sentence: String, takesPassword: Bool = false)
  case notPermitted(sentence: String)
  case recordingOff
  case bodyTooLong(limit: Int)
  case unsupportedMediaType(given: String)
  case tooManyStreams(limit: Int)
  case tooManyStreamsOfOne(limit: Int)
  case tooManyQueries(limit: Int)
  case noRoom

  package var kind: ErrorKind {
    switch self {
    case .notFound, .notServed: .notFound
    case .notAuthorized, .notPermitted, .recordingOff: .noPermission
    case .tooManyStreams, .tooManyStreamsOfOne, .tooManyQueries, .noRoom: .busy
    case .otherHost, .badHost, .malformedRequest, .headTooLong, .malformedAddress, .notAllowed,
      .badHeader, .bodyTooLong, .unsupportedMediaType:
      .usage
    }
  }

  /// What programs know it by.
  package var code: String {
    switch self {
    case .otherHost: "other_host"
    case .badHost: "bad_host"
    case .malformedRequest: "malformed_request"
    case .headTooLong: "head_too_long"
    case .malformedAddress: "malformed_address"
    case .notFound: "not_found"
    case .notServed: "no_such_form"
    case .notAllowed: "method_not_allowed"
    case .badHeader: "bad_header"
    case .notAuthorized: "not_authorized"
    case .notPermitted: "not_permitted"
    case .recordingOff: "recording_off"
    case .bodyTooLong: "body_too_long"
    case .unsupportedMediaType: "unsupported_media_type"
    case .tooManyStreams, .tooManyStreamsOfOne: "too_many_streams"
    case .tooManyQueries: "too_many_queries"
    case .noRoom: "no_room"
    }
  }

  /// An HTTP status that says more than the kind does; nil if there is none.
  var status: HTTPResponse.Status? {
    switch self {
    case .otherHost: .misdirectedRequest
    case .headTooLong: .requestHeaderFieldsTooLarge
    case .tooManyStreamsOfOne: .tooManyRequests
    case .notAllowed: .methodNotAllowed
    case .notAuthorized: .unauthorized
    case .bodyTooLong: .contentTooLarge
    case .unsupportedMediaType: .unsupportedMediaType
    case .badHost, .malformedRequest, .malformedAddress, .notFound, .notServed, .badHeader,
      .notPermitted, .recordingOff, .tooManyStreams, .tooManyQueries, .noRoom:
      nil
    }
  }

  /// Header fields that belong to the status.
  var fields: HTTPFields {
    switch self {
    case .notAllowed(_, let allowed): [.allow: allowed.joined(separator: ", ")]
    case .notAuthorized(_, let takesPassword):
      [
        .wwwAuthenticate: takesPassword
          ? #"Bearer realm="stance", Basic realm="stance", charset="UTF-8""#
          : #"Bearer realm="stance""#
      ]
    case .bodyTooLong, .malformedRequest, .headTooLong: [.connection: "close"]
    case .tooManyStreams, .tooManyStreamsOfOne: [.retryAfter: "30"]
    case .tooManyQueries, .noRoom: [.retryAfter: "5"]
    case .otherHost, .badHost, .malformedAddress, .notFound, .notServed, .badHeader,
      .notPermitted, .recordingOff, .unsupportedMediaType:
      [:]
    }
  }
}

extension RequestError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .otherHost(let host):
      "'\(printable(host))' is not served here, only this machine's own names are; ask for "
        + "localhost or 127.0.0.1, or have the proxy in front of this server do so"
    case .badHost(let fault): fault.sentence
    case .malformedRequest: "this is not a request of HTTP/1.1; the connection ends"
    case .headTooLong(let limit):
      "the request's line and header fields are longer than \(limit) bytes, or too many; the "
        + "connection ends"
    case .malformedAddress:
      "the address is not percent-encoded UTF-8"
    case .notFound(let path):
      "there is nothing at '\(printable(path))'; / leads to all pages, /openapi.json lists them"
    case .notServed(let format, let path):
      "'\(printable(path))' has no format '.\(printable(format))'"
    case .notAllowed(let method, let allowed):
      "\(printable(method)) is not for this address; it takes \(allowed.joined(separator: ", "))"
    case .badHeader(let name, let sentence): "the header \(name): \(sentence)"
    case .notAuthorized(let sentence, _), .notPermitted(let sentence): sentence
    case .recordingOff:
      "this server accepts no events; make a token with 'stance token new' on its machine"
    case .bodyTooLong(let limit):
      "the body is longer than \(limit) bytes; send the events in parts, or use 'stance append'"
    case .unsupportedMediaType(let given):
      "events cannot be read as '\(printable(given))'; send application/json or "
        + "application/x-ndjson"
    case .tooManyStreams(let limit):
      "\(limit) live streams are open already; try again later, or ask /api/events?after=N"
    case .tooManyStreamsOfOne(let limit):
      "\(limit) live streams of your network are open already; use one for all your pages"
    case .tooManyQueries(let limit):
      "\(limit) questions are being answered already; ask again in a few seconds"
    case .noRoom:
      "other answers take all the memory that the server may use; ask again in a few seconds, or "
        + "for less"
    }
  }
}
