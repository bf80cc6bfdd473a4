import EventLog
import Stances

/// What `stance --version` prints, and with `--verbose`.
enum Version {
  static let number = "1.0.0"

  /// The program and its rules.
  static let line = "stance \(number) (rules \(RuleSet.current.rawValue))"

  /// The same, and what went into the build, one entry per line.
  static var full: String {
    let parts = [("compiler", BuildRecord.compiler), ("SQLite", EventLog.sqliteVersion)]
    return ([line] + (parts + BuildRecord.packages).map { "\($0): \($1)" })
      .joined(separator: "\n")
  }

  /// Whether the arguments ask for ``full``, in either order.
  static func isAskedInFull(by arguments: some Collection<String>) -> Bool {
    arguments.count == 2 && Set(arguments) == ["--version", "--verbose"]
  }
}
