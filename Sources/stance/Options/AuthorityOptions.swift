import ArgumentParser

/// Which time-stamping authorities are believed.
struct AuthorityOptions: ParsableArguments {
  @Option(
    name: .customLong("tsa-ca"),
    help: ArgumentHelp(
      "Check the time stamp's signature under these certificates (PEM), with openssl.",
      valueName: "file"),
    completion: .file())
  var certificates: String?
}
