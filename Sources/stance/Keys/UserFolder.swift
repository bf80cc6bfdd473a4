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

  /// Makes a folder that only its owner may enter, and those above it that are missing.
  static func make(_ path: String) throws(OutputRefusal) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, directoryName(of: path) != path else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    try make(directoryName(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
  }
}

/// The folder that holds a path.
func directoryName(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
