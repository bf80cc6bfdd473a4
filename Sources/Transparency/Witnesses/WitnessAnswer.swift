/// What a witness answers to a checkpoint (c2sp.org/tlog-witness, add-checkpoint).
package enum WitnessAnswer: Hashable, Sendable {
  /// It cosigned; the lines are to be verified and added to the checkpoint.
  case cosigned([NoteSignature])
  /// Its last checkpoint has this size; ask again with a proof from there.
  case conflict(size: UInt64)
  /// It will not cosign.
  case refused(Refusal)

  /// Why a witness does not cosign.
  package enum Refusal: Hashable, Sendable {
    /// 400: the request is malformed, or its old size is larger than the checkpoint's.
    case badRequest
    /// 403: no signature is by a key that the witness trusts for this log.
    case untrustedSignature
    /// 404: the witness does not know the log.
    case unknownOrigin
    /// 422: the proof does not hold, or the same size was seen with another root.
    case inconsistent
  }

  /// Reads an answer by its HTTP status.
  package init(status: Int, body: some Collection<UInt8>) throws(WitnessError) {
    switch status {
    case 200:
      do throws(NoteError) {
        self = .cosigned(try NoteSignature.lines(body))
      } catch {
        throw .badCosignature(error)
      }
    case 400: self = .refused(.badRequest)
    case 403: self = .refused(.untrustedSignature)
    case 404: self = .refused(.unknownOrigin)
    case 409:
      var scanner = LineScanner(body)
      guard let size = scanner.next().flatMap({ DecimalNumber.decode($0) }), scanner.rest.isEmpty
      else { throw .badSizeAnswer }
      self = .conflict(size: size)
    case 422: self = .refused(.inconsistent)
    default: throw .unknownStatus(status)
    }
  }

  /// The body of the answer to a conflict, a witness's last size.
  package static func sizeBody(_ size: UInt64) -> [UInt8] {
    Array("\(size)\n".utf8)
  }
}

extension WitnessAnswer.Refusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badRequest:
      "the witness did not understand the request; check that the URL is a witness's"
    case .untrustedSignature:
      "the witness does not trust this log's key; ask its operator to configure the key"
    case .unknownOrigin:
      "the witness does not know this log; ask its operator to add it"
    case .inconsistent:
      "the witness saw another history of this log; "
        + "verify the log against the checkpoint that the witness keeps"
    }
  }
}
