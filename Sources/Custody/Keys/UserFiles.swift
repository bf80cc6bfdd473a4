package import Transparency

/// The folder in which a user keeps what signs a log and lets others record in it (XDG Base
/// Directory Specification).
package struct UserFiles: Sendable {
  /// The private key that signs checkpoints.
  package let key: KeyFile
  /// Who may record over the network.
  package let tokens: TokenFile
  /// The folder in which this machine remembers what it signed last.
  private let memory: String

  /// The files that the environment names.
  ///
  /// STANCE_KEY and STANCE_TOKENS are single files; otherwise both are in the user's settings.
  ///
  /// - Parameter variable: a variable of the environment; nil if it is not set.
  package init(environment variable: (_ name: String) -> String?) {
    func folder(_ name: String, orUnderHome path: String) -> String {
      // By the specification, paths that are not absolute are ignored.
      let given = variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (given ?? "\(variable("HOME") ?? ".")/\(path)") + "/stance"
    }
    let settings = folder("XDG_CONFIG_HOME", orUnderHome: ".config")
    key = KeyFile(path: variable("STANCE_KEY") ?? "\(settings)/key")
    tokens = TokenFile(path: variable("STANCE_TOKENS") ?? "\(settings)/tokens")
    memory = folder("XDG_STATE_HOME", orUnderHome: ".local/state")
  }

  /// What is remembered about the log of an origin.
  package func memory(of origin: Origin) -> CheckpointMemory {
    CheckpointMemory(of: origin, in: memory)
  }

  /// Where the last head of a followed log is kept, wherever it is published: so two places that
  /// show two histories of it are found.
  func followed(_ origin: Origin) -> CheckpointMemory {
    CheckpointMemory(of: origin, in: "\(memory)/followed")
  }
}
