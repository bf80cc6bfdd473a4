package import Errors
import Stances

/// Why a tool cannot be called with what was given for it.
package enum ToolInputError: CallerError, Equatable {
  case unknown(String, known: [String])
  case missing(String, wanted: String)
  case wrongKind(String, wanted: String)
  case nothingToCompare([String])
  /// An event, by its place in the list, that no source is quoted for.
  case noQuote(event: Int)

  package var kind: ErrorKind { .usage }

  /// What programs know it by.
  package var code: String {
    switch self {
    case .unknown: "unknown_argument"
    case .missing: "missing_argument"
    case .wrongKind: "bad_argument"
    case .nothingToCompare: "nothing_to_compare"
    case .noQuote: "no_quote"
    }
  }
}

extension ToolInputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name, let known):
      "there is no argument '\(printable(name))'; "
        + (didYouMean(nearestNames(to: name, among: known))
          ?? "this tool takes \(known.joined(separator: ", "))")
    case .missing(let name, let wanted):
      "the argument '\(name)' is missing; give "
        + wanted.prefix(1).lowercased() + wanted.dropFirst().trimmed { $0 == "." }
    case .wrongKind(let name, let wanted): "\(name): give \(wanted)"
    case .noQuote(let number):
      "event \(number) has no source with a quote; give \"evidence\" with a \"publisher\" and a "
        + "\"quote\", copied word for word"
    case .nothingToCompare(let names):
      "say what to compare: give two values, A..B, for "
        + enumerated(names, conjunction: "or")
    }
  }
}
