import Crypto
package import Errors

/// What a log sends to a witness to have a checkpoint cosigned (c2sp.org/tlog-witness).
package struct AddCheckpointRequest: Hashable, Sendable {
  /// The size of the checkpoint that the witness cosigned last, 0 if it never has.
  package let oldSize: UInt64

  /// The proof from that size to the checkpoint's; empty from 0.
  package let proof: ConsistencyProof

  /// The signed checkpoint, verbatim.
  package let checkpoint: [UInt8]

  /// A request to send.
  package init(
    oldSize: UInt64, proof: ConsistencyProof, checkpoint: SignedNote
  ) throws(WitnessError) {
    guard oldSize <= TreeHead.greatestSize else { throw .badOldSize }
    guard proof.hashes.count <= HashLines.greatestCount else { throw .badHashes(.tooMany) }
    self.oldSize = oldSize
    self.proof = proof
    self.checkpoint = checkpoint.bytes
  }

  /// Reads a request's body; the checkpoint in it is not looked at.
  package init(body: some Collection<UInt8>) throws(WitnessError) {
    var scanner = LineScanner(body)
    guard let sizeLine = scanner.next(), sizeLine.starts(with: Self.sizeLabel),
      let oldSize = DecimalNumber.decode(sizeLine.dropFirst(Self.sizeLabel.count))
    else { throw .badOldSize }
    do throws(HashLinesError) {
      proof = ConsistencyProof(hashes: try HashLines.read(from: &scanner))
    } catch {
      throw .badHashes(error)
    }
    guard !scanner.rest.isEmpty else { throw .missingCheckpoint }
    self.oldSize = oldSize
    checkpoint = Array(scanner.rest)
  }

  /// The body to POST to `add-checkpoint` under the witness's prefix.
  package var body: [UInt8] {
    Self.sizeLabel + Array("\(oldSize)\n".utf8) + HashLines.write(proof.hashes) + checkpoint
  }

  /// The place, under a witness's prefix, of the checkpoint that it cosigned last for a log.
  package static func latestCheckpointPath(for origin: Origin) -> String {
    Hexadecimal.encode(SHA256.hash(data: origin.utf8)) + "/checkpoint"
  }

  private static let sizeLabel = Array("old ".utf8)
}

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
    /// 422: the proof is not valid, or the same size was seen with another root.
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

/// Why a message between a log and a witness is malformed.
package enum WitnessError: StanceError, Hashable, Sendable {
  /// The request does not start with `old` and a size.
  case badOldSize
  /// The lines with the proof's hashes are malformed.
  case badHashes(HashLinesError)
  /// Nothing follows the proof's hashes.
  case missingCheckpoint
  /// The answer to a conflict is not a size and a newline.
  case badSizeAnswer
  /// The answer to a success is not a list of signature lines.
  case badCosignature(NoteError)
  /// An HTTP status that the protocol does not have.
  case unknownStatus(Int)

  package var kind: ErrorKind {
    switch self {
    case .unknownStatus(let status) where status == 429 || status >= 500: .busy
    case .badOldSize, .badHashes, .missingCheckpoint, .badSizeAnswer, .badCosignature,
      .unknownStatus:
      .badData
    }
  }
}

extension WitnessError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badOldSize: "the request must start with 'old' and a size, as in 'old 0'"
    case .badHashes(let refusal): "\(refusal)"
    case .missingCheckpoint: "no checkpoint follows the proof; send it in the same request"
    case .badSizeAnswer: "the witness's conflict names no size; check that the URL is a witness's"
    case .badCosignature(let refusal): "the witness's answer is not a cosignature: \(refusal)"
    case .unknownStatus(let status):
      "the witness answered with status \(status); try again later, or check the URL"
    }
  }
}
