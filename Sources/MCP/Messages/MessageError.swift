import Errors
import JSON
import Stances

/// Why a message gets no result: an error of JSON-RPC or of the protocol on top of it.
///
/// What is wrong with the arguments of a tool is not one of these: the tool's answer says it, where
/// the assistant reads it and can do better.
enum MessageError: StanceError, Equatable {
  case notJSON(JSONError)
  case lineTooLong(limit: Int)
  case notAMessage(String)
  case noBatches
  case unknownMethod(String)
  case badParameters(String)
  case unknownTool(String, known: [String])
  case unsupportedVersion(String)
  case internalFault

  var kind: ErrorKind {
    switch self {
    case .notJSON, .lineTooLong, .notAMessage, .noBatches: .badData
    case .unknownMethod, .badParameters, .unknownTool, .unsupportedVersion: .usage
    case .internalFault: .bug
    }
  }

  /// The number by which programs know it; the last is the protocol's, the others JSON-RPC's.
  var code: Int64 {
    switch self {
    case .notJSON: -32700
    case .lineTooLong, .notAMessage, .noBatches: -32600
    case .unknownMethod: -32601
    case .badParameters, .unknownTool: -32602
    case .internalFault: -32603
    case .unsupportedVersion: -32022
    }
  }

  /// The member `error` of an answer.
  var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("code", .integer(code)), ("message", .string(description)),
    ]
    if case .unsupportedVersion(let requested) = self {
      members.append(
        (
          "data",
          [
            "supported": .array(ProtocolVersion.allCases.map { .string($0.rawValue) }),
            "requested": .string(requested),
          ]
        ))
    }
    return .object(members)
  }
}

extension MessageError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notJSON(let error): "this line is not JSON: \(error)"
    case .lineTooLong(let limit):
      "this line is longer than \(limit) bytes and was not read; send less in one message"
    case .notAMessage(let sentence): "this is not a message of JSON-RPC 2.0: \(sentence)"
    case .noBatches:
      "several messages came in one array, which only \(ProtocolVersion.v2025March.rawValue) and "
        + "older take; send each on a line of its own"
    case .unknownMethod(let name): "there is no method '\(printable(name))' here"
    case .badParameters(let sentence): sentence
    case .unknownTool(let name, let known):
      "there is no tool '\(printable(name))'; "
        + (didYouMean(nearestNames(to: name, among: known))
          ?? "the tools are \(known.joined(separator: ", "))")
    case .unsupportedVersion(let requested):
      if ProtocolVersion(rawValue: requested) == nil {
        "the version '\(printable(requested))' of the protocol is not spoken here; take one of "
          + ProtocolVersion.allCases.map(\.rawValue).joined(separator: ", ")
      } else {
        "the version \(requested) of the protocol begins with 'initialize'; send that, or name "
          + ProtocolVersion.v2026July.rawValue
      }
    case .internalFault: "this could not be answered, because of a bug in the program"
    }
  }
}
