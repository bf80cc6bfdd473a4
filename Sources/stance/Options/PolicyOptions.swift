import ArgumentParser
import Intake
import Transparency

/// Which witnesses are enough.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp(
      "A file that names logs, witnesses and a quorum of them (C2SP tlog-policy).",
      valueName: "file"),
    completion: .file())
  var path: String?

  /// The policy; nil where none is given.
  func read() throws -> TrustPolicy? {
    try path.map { path in
      let bytes = try InputFile.contents(of: path)
      do throws(TrustPolicyError) {
        return try TrustPolicy(bytes)
      } catch {
        throw ProvingError.badPolicy(path: path, error)
      }
    }
  }
}
