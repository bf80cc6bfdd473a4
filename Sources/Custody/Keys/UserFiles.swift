package import Errors
package import Files
import Stances
package import Transparency

/// The folder in which a user keeps what signs a log and lets others record in it (XDG Base
/// Directory Specification).
package struct UserFiles: Sendable {
  private let keyPath: String?
  private let tokenPath: String?
  /// The folder in which this machine remembers what it signed last.
  private let memoryFolder: String?

  /// The files that the environment names.
  ///
  /// STANCE_KEY and STANCE_TOKENS are single files; otherwise both are in the user's settings.
  ///
  /// - Parameters:
  ///   - home: the user's home by the system's database of users, for programs that are started
  ///     without HOME; nil if it has none.
  ///   - variable: a variable of the environment; nil if it is not set.
  package init(home: String? = nil, environment variable: (_ name: String) -> String?) {
    // By the specification, paths that are not absolute are ignored.
    func absolute(_ path: String?) -> String? { path.flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let home = absolute(variable("HOME")) ?? absolute(home)
    func folder(_ name: String, orUnderHome path: String) -> String? {
      (absolute(variable(name)) ?? home.map { "\($0)/\(path)" }).map { "\($0)/stance" }
    }
    let settings = folder("XDG_CONFIG_HOME", orUnderHome: ".config")
    keyPath = variable("STANCE_KEY") ?? settings.map { "\($0)/key" }
    tokenPath = variable("STANCE_TOKENS") ?? settings.map { "\($0)/tokens" }
    memoryFolder = folder("XDG_STATE_HOME", orUnderHome: ".local/state")
  }

  /// The private key that signs checkpoints.
  package var key: KeyFile {
    get throws(HomelessError) {
      guard let keyPath else { throw .key }
      return KeyFile(path: keyPath)
    }
  }

  /// Who may record over the network.
  package var tokens: TokenFile {
    get throws(HomelessError) {
      guard let tokenPath else { throw .tokens }
      return TokenFile(path: tokenPath)
    }
  }

  /// What is remembered about the log of an origin.
  package func memory(of origin: Origin) throws(HomelessError) -> CheckpointMemory {
    guard let memoryFolder else { throw .memory }
    return CheckpointMemory(of: origin, in: memoryFolder)
  }

  /// The folder in which marks are kept.
  func memory() throws(HomelessError) -> String {
    guard let memoryFolder else { throw .marks }
    return memoryFolder
  }

  /// Where the last head of a followed log is kept, wherever it is published: so two places that
  /// show two histories of it are found.
  func followed(_ origin: Origin) throws(HomelessError) -> CheckpointMemory {
    guard let memoryFolder else { throw .memory }
    return CheckpointMemory(of: origin, in: "\(memoryFolder)/followed")
  }

  /// What a result must not replace: the keys, the tokens and what is remembered.
  package var kept: KeptFiles {
    var kept = KeptFiles()
    if let keyPath {
      kept.keep(keyPath, as: .privateKey)
      kept.keep(KeyFile(path: keyPath).successor.path, as: .privateKey)
    }
    if let tokenPath { kept.keep(tokenPath, as: .tokens) }
    if let memoryFolder { kept.keep(folder: memoryFolder, as: .memory) }
    return kept
  }
}

/// A user without a home folder, whose files have no place: the working folder is none, because the
/// next program may run in another.
package enum HomelessError: StanceError, Hashable {
  case key, tokens, memory, marks

  package var kind: ErrorKind { .notFound }
}

extension HomelessError: CustomStringConvertible {
  package var description: String {
    let (what, variable) =
      switch self {
      case .key: ("the key", "STANCE_KEY to its path")
      case .tokens: ("the tokens", "STANCE_TOKENS to their path")
      case .memory: ("what was signed last", "XDG_STATE_HOME to an absolute path")
      case .marks: ("marks", "XDG_STATE_HOME to an absolute path")
      }
    return "there is no place for \(what): HOME is not set to an absolute path, and this user has "
      + "no home in the system's database of users; set \(variable)"
  }
}
