import Crypto

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
