package import Files
import Intake
package import Transparency

/// The two files of an event's proof, which verifies without the log.
package struct ProofBundle: Sendable {
  /// The `.tlog-proof`.
  let proofPath: String

  /// The files of a proof at a path.
  package init(proofPath: String) {
    self.proofPath = proofPath
  }

  /// The event's bytes, beside it.
  package var eventPath: String {
    siblingPath(of: proofPath, ending: ".tlog-proof", as: ".event.json")
  }

  /// Reads the proof; what it says is not verified yet.
  package func proof() throws -> TransparencyProof {
    let bytes = try InputFile.contents(of: proofPath)
    do {
      return try TransparencyProof(bytes)
    } catch {
      throw ProvingError.badProof(path: proofPath, reason: "\(error)")
    }
  }

  /// Writes both, over none of the files that are kept.
  package func write(
    _ proof: TransparencyProof, of event: [UInt8], keeping kept: KeptFiles
  ) throws(OutputError) {
    try OutputFile.write((event, eventPath), (proof.bytes, proofPath), keeping: kept)
  }
}
