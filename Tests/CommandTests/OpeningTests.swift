import ArgumentParser
import GRDBSQLite
import Stances
import Synchronization
import TestSupport
import Testing

@testable import stance

/// A command that asks opens its log once and answers from that one state of it.
@Suite("Openings of the log")
struct OpeningTests {
  @Test(
    "each command that asks opens the log once",
    arguments: [
      "posture", "log", "show word", "search lenovo", "explain lenovo RU", "replay",
      "diff --at 1..2", "certificate lenovo", "report measures",
      "report board --format svg --picture board", "report timeline --format html",
      "report company lenovo --format html",
    ])
  func openings(command: String) throws {
    let desk = try Desk([announcement("lenovo", .operating, on: "2022-03-11", id: "word")])
    let path = "\(desk.path)/stance.sqlite"
    let words = command.split(separator: " ").map(String.init)
    var asked = try Stance.parseAsRoot(words + ["--log", path, "-o", "\(desk.path)/answer"])
    Openings.start()
    try asked.run()
    #expect(Openings.count(of: path) == 1)
  }
}

/// Counts the connections that SQLite opens in this process, by the path of their file.
private enum Openings {
  private static let counts = Mutex<[String: Int]>([:])

  /// Counts from now on; to start again changes nothing.
  static func start() {
    let entry: @convention(c) (OpaquePointer?) -> CInt = { connection in
      let path = sqlite3_db_filename(connection, "main").map { String(cString: $0) } ?? ""
      Openings.counts.withLock { $0[path, default: 0] += 1 }
      return SQLITE_OK
    }
    // SQLite calls it with the new connection first (sqlite.org/c3ref/auto_extension.html).
    sqlite3_auto_extension(unsafeBitCast(entry, to: (@convention(c) () -> Void).self))
  }

  static func count(of path: String) -> Int { counts.withLock { $0[path, default: 0] } }
}
