import ArgumentParser
import Custody

/// Which witnesses are enough.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp(
      "A file that names logs, witnesses and a quorum of them (C2SP tlog-policy).",
      valueName: "file"),
    completion: .file())
  var path: String?

  /// The policy's file; nil if none is given.
  var file: PolicyFile? { path.map(PolicyFile.init) }
}
