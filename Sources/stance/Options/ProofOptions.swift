import ArgumentParser
import Custody

/// Whose signatures are believed.
struct ProofOptions: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      "The log's public key; default: the policy's, or that of 'stance key show'.",
      valueName: "vkey"))
  var key: String?

  @Option(
    name: .customLong("witness"),
    help: ArgumentHelp("A witness's public key; may be repeated.", valueName: "vkey"))
  var witnesses: [String] = []

  @OptionGroup var trust: PolicyOptions

  /// Whom the user believes; nothing is read yet.
  var choice: TrustChoice {
    TrustChoice(
      key: key, witnesses: witnesses, policyFile: trust.file, own: .configured)
  }
}

extension UserFiles {
  /// The files that the environment of this program names.
  static var configured: UserFiles {
    UserFiles(home: User.current?.home, environment: environment)
  }
}
