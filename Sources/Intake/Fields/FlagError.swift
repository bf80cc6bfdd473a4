package import Errors
import Stances

/// Why the flags of one event are not usable as they are.
package enum FlagError: StanceError, Hashable {
  /// A word where a flag is expected.
  case notAFlag(String)
  /// The type has no such field.
  case unknown(flag: String, type: String, nearest: [String])
  /// Nothing follows a flag that needs a value.
  case missingValue(flag: String)
  /// A flag that takes one value is given again.
  case repeated(flag: String)

  package var kind: ErrorKind { .usage }
}

extension FlagError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAFlag(let word):
      "'\(printable(word))' is not a flag; write --field value, and quote values with blanks"
    case .unknown(let flag, let type, let nearest):
      "\(type) has no flag \(printable(flag)); "
        + (didYouMean(nearest) ?? "'stance types \(type)' lists its fields")
    case .missingValue(let flag):
      "\(flag) needs a value after it"
    case .repeated(let flag):
      "\(flag) is given twice; it takes one value"
    }
  }
}
