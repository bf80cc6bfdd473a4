import Intake
import Transparency

/// The two files of an event's proof, which verifies without the log.
struct ProofBundle {
  /// The `.tlog-proof`.
  let proofPath: String

  /// The event's bytes, beside it.
  var eventPath: String {
    siblingPath(of: proofPath, ending: ".tlog-proof", as: ".event.json")
  }

  /// Reads the proof; what it says is not verified yet.
  func proof() throws -> TransparencyProof {
    let bytes = try InputFile.contents(of: proofPath)
    do {
      return try TransparencyProof(bytes)
    } catch {
      throw ProvingError.badProof(path: proofPath, reason: "\(error)")
    }
  }
}
