import Files

/// The `sqlite3` program, as somebody with a log at hand would use it.
package enum SQLiteShell {
  /// Whether it is installed.
  package static let isThere = (try? run("SELECT 1;", on: ":memory:").status) == 0

  /// Runs statements; answers the exit status and all that was printed.
  package static func run(_ sql: String, on path: String) throws -> (status: Int32, output: String)
  {
    // Not Foundation's `Process`, which crashes now and then if several threads run it at once.
    let process = try ChildProcess(
      ["/bin/sh", "-c", "exec sqlite3 -bail \"$0\" \"$1\" 2>&1", path, sql], output: .pipe)
    var output: [UInt8] = []
    while let block = try process.output?.read(upTo: 1 << 16), !block.isEmpty { output += block }
    return (process.status(), String(decoding: output, as: UTF8.self))
  }

  /// Runs statements on a log as if it had no triggers, and puts the triggers back: no one sees that
  /// they were gone.
  package static func tamper(_ sql: String, with path: String) throws {
    let triggers = try run(
      "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'", on: path)
    let restore = try run(
      "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'", on: path)
    let drop = triggers.output.replacing("\n", with: ";\n")
    let result = try run("BEGIN; \(drop) \(sql); \(restore.output) COMMIT;", on: path)
    guard result.status == 0 else { throw TamperError(output: result.output) }
  }

  /// Why the statements did not run.
  package struct TamperError: Error {
    let output: String
  }
}
