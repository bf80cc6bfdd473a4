package import Errors

/// Why some bytes are no time stamp that can be read.
package enum StampError: StanceError, Hashable, Sendable {
  /// They are not what RFC 3161 describes.
  case malformed
  /// The stamp is over another hash than SHA-256.
  case otherHash
  /// The authority refused.
  case notGranted

  package var kind: ErrorKind { .badData }
}

extension StampError {
  /// Reads DER: what it does not hold together is no time stamp.
  static func ifMalformed<Result>(_ body: () throws -> Result) throws(StampError) -> Result {
    do {
      return try body()
    } catch let error as StampError {
      throw error
    } catch {
      throw .malformed
    }
  }
}

extension StampError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformed:
      "this is not a time stamp (RFC 3161, DER); take the reply as the authority sent it"
    case .otherHash: "the stamp is not over a SHA-256 hash; send the query unchanged"
    case .notGranted: "the authority granted no stamp; ask again, or ask another one"
    }
  }
}
