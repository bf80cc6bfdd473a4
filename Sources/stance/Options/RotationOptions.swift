import ArgumentParser
import Transparency

/// Which changes of the log's key are followed where there is no log to name its keys.
struct RotationOptions: ParsableArguments {
  @Option(
    name: .customLong("rotation"),
    help: ArgumentHelp(
      "The proof of an event that replaced the log's key, with the event beside it; may be repeated.",
      valueName: "proof"),
    completion: .file())
  var paths: [String] = []

  /// The rotations as they were given; what they say is not verified yet.
  func read() throws -> [KeyRotation] {
    try paths.map { try KeyRotation(ProofBundle(proofPath: $0)) }
  }
}
