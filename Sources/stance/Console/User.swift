import Glibc

/// The user who runs the program, as the system's database of users has them.
struct User {
  let name: String
  /// The home folder; empty if the database names none.
  let home: String

  /// Nil if the database does not have this user.
  static var current: User? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var texts = [CChar](repeating: 0, count: 1 << 14)
    guard getpwuid_r(getuid(), &entry, &texts, texts.count, &found) == 0, found != nil,
      let name = entry.pw_name, let home = entry.pw_dir
    else { return nil }
    return User(name: String(cString: name), home: String(cString: home))
  }
}
