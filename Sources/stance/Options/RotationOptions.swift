import ArgumentParser
import Custody

/// Which changes of the log's key are followed if there is no log to name its keys.
struct RotationOptions: ParsableArguments {
  @Option(
    name: .customLong("rotation"),
    help: ArgumentHelp(
      "The proof of an event that replaced the log's key, with the event beside it; may be repeated.",
      valueName: "proof"),
    completion: .file())
  var paths: [String] = []

  /// The files of the rotations; nothing is read yet.
  var bundles: [ProofBundle] { paths.map(ProofBundle.init) }
}
