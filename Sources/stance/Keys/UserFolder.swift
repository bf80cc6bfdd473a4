import Glibc

/// The user's folders for this program (XDG Base Directory Specification).
enum UserFolder {
  /// Settings, which users keep and copy.
  static var settings: String { folder("XDG_CONFIG_HOME", orUnderHome: ".config") }

  /// What the program remembers on this machine.
  static var state: String { folder("XDG_STATE_HOME", orUnderHome: ".local/state") }

  private static func folder(_ variable: String, orUnderHome path: String) -> String {
    // The specification has paths that are not absolute ignored.
    let given = environment(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (given ?? "\(environment("HOME") ?? ".")/\(path)") + "/stance"
  }
}
