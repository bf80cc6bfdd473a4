import Stances

/// Why a request is refused before anything is looked up.
package enum RequestRefusal: Error, Equatable, Sendable {
  case otherHost(String)
  case malformedAddress
  case notFound(path: String)
  case notServed(format: String, path: String)
  case notAllowed(method: String, allowed: [String])
  case unknownParameter(String, known: [String])
  case repeatedParameter(String)
  case badParameter(String, sentence: String)
  case badHeader(String, sentence: String)
  case notAuthorized(sentence: String)
  case recordingOff
  case bodyTooLong(limit: Int)
  case unsupportedMediaType(given: String)
  case tooManyStreams(limit: Int)
  case tooManyQueries(limit: Int)
}

extension RequestRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .otherHost(let host):
      "'\(printable(host))' is not served here, only this machine's own names are; ask for "
        + "localhost or 127.0.0.1, or have the server before this one do so"
    case .malformedAddress:
      "the address is not percent-encoded UTF-8"
    case .notFound(let path):
      "there is nothing at '\(printable(path))'; / leads to all pages, /openapi.json lists them"
    case .notServed(let format, let path):
      "'\(printable(path))' has no form '.\(printable(format))'"
    case .notAllowed(let method, let allowed):
      "\(printable(method)) is not for this address; it takes \(allowed.joined(separator: ", "))"
    case .unknownParameter(let name, let known):
      "there is no parameter '\(printable(name))' here; "
        + (known.isEmpty ? "this address takes none" : "there are \(known.joined(separator: ", "))")
    case .repeatedParameter(let name):
      "the parameter '\(printable(name))' may be given once only"
    case .badParameter(let name, let sentence): "\(name): \(sentence)"
    case .badHeader(let name, let sentence): "the header \(name): \(sentence)"
    case .notAuthorized(let sentence): sentence
    case .recordingOff:
      "this server takes no events; make a token with 'stance token new' where it runs"
    case .bodyTooLong(let limit):
      "the body is longer than \(limit) bytes; send the events in parts, or use 'stance append'"
    case .unsupportedMediaType(let given):
      "events cannot be read as '\(printable(given))'; send application/json or "
        + "application/x-ndjson"
    case .tooManyStreams(let limit):
      "\(limit) live streams are open already; try again later, or ask /api/events?after=N"
    case .tooManyQueries(let limit):
      "\(limit) questions are being answered already; ask again in some seconds"
    }
  }
}
