import Glibc
import Transparency

/// Well-formed inputs that only the known log's keys can make.
///
/// `Tools/checks/fuzz/run --seeds` writes them.
enum KnownSeeds {
  static func write(to folder: String) {
    for (name, bytes) in all() {
      let path = "\(folder)/\(name)"
      guard let file = fopen(path, "w"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
        fclose(file) == 0
      else { fatalError("cannot write \(path)") }
    }
  }

  /// The seeds by the folder of their target and their name.
  private static func all() -> [(name: String, bytes: [UInt8])] {
    read("the seeds") {
      let (log, key) = (KnownLog.log, KnownLog.key)
      let note = KnownLog.checkpoint(ofSize: 9)
      let proof = TransparencyProof(
        inclusion: try log.inclusionProof(of: 4, inSize: 9), checkpoint: note)
      let request = try AddCheckpointRequest(
        oldSize: 5, proof: log.consistencyProof(from: 5, to: 9), checkpoint: note)
      let policy = try """
      log \(key.verifier.text) https://log.example/
      witness A \(KnownLog.witness.verifier.text) https://w.example/
      witness B \(SampleKeys.Witness("x.example", seed: 4).verifier.text)
      witness C \(SampleKeys.Witness("y.example", seed: 5).verifier.text)
      group two 2 A B
      group every all two C
      quorum every

      """
      let tile = try HashTile.encode((0..<9).map { MerkleHash.leaf(log.leaves[$0]) })
      return [
        ("note/cosigned", note.bytes),
        ("note/unsigned", note.text),
        ("note/verifier-key", Array(key.verifier.text.utf8)),
        ("note/witness-key", Array(KnownLog.witness.verifier.text.utf8)),
        ("note/signing-key", Array(key.secretText.utf8)),
        ("proof/inclusion", proof.bytes),
        (
          "proof/with-extra",
          Array(
            String(decoding: proof.bytes, as: UTF8.self)
              .replacing("\nindex", with: "\nextra YWJj\nindex").utf8)
        ),
        ("witness/request", request.body),
        // The byte in front chooses the status.
        ("witness/cosigned", [0] + note.signatures.dropFirst().flatMap(\.line)),
        ("witness/conflict", [4] + WitnessAnswer.sizeBody(5)),
        ("tile/hashes", Array("tile/0/000.p/9\n".utf8) + tile),
        ("tile/bundle", try Array("tile/entries/000.p/9\n".utf8) + EntryBundle.encode(log.leaves)),
        ("policy/quorum", Array(policy.utf8)),
        (
          "policy/none",
          Array("# no witness is asked\nlog \(key.verifier.text)\nquorum none\n".utf8)
        ),
        ("stamp/query", try TimestampQuery(stamping: note.bytes, nonce: [1, 2, 3]).bytes),
        ("stamp/reply", StampReply(imprint: TimestampQuery.imprint(of: note.bytes)).bytes),
        ("tile/path", Array("tile/2/x001/x234/067.p/8".utf8)),
      ]
    }
  }
}
