package import Errors

/// Why a text is not a checkpoint.
package enum CheckpointError: StanceError, Hashable, Sendable {
  /// Fewer than the three lines of origin, size and root.
  case tooFewLines
  /// The first line is empty or no plain text.
  case badOrigin
  /// The second line is not a decimal number, or is above 2^63 − 1.
  case badSize(String)
  /// The third line is not 32 bytes in base 64.
  case badRoot(String)
  /// No tree has this size and root.
  case badHead(TreeError)
  /// A line after the root is empty, unfinished or not plain text.
  case badExtension

  package var kind: ErrorKind { .badData }
}

extension CheckpointError: CustomStringConvertible {
  package var description: String {
    let advice = "take the checkpoint as its log wrote it"
    return switch self {
    case .tooFewLines: "a checkpoint has three lines, origin, size and root; \(advice)"
    case .badOrigin: "the checkpoint's first line must name its log; \(advice)"
    case .badSize(let text): "'\(text)' is not a size in decimal digits; \(advice)"
    case .badRoot(let text): "'\(text)' is not a root hash in base 64; \(advice)"
    case .badHead(let refusal): "\(refusal)"
    case .badExtension: "a line after the checkpoint's root is empty or cut off; \(advice)"
    }
  }
}
