import Foundation
import TestSupport
import Testing

@Suite("Places at which there can be no file, and what is not a file")
struct PlaceOfFileTests {
  /// Every way to make a file, with where it is to be instead of `PLACE`.
  static let makers = [
    "init --log PLACE.sqlite", "backup PLACE.sqlite", "export -o PLACE", "posture -o PLACE",
    "report timeline --format md -o PLACE", "checkpoint -o PLACE", "prove 1 -o PLACE",
    "prove --since head.checkpoint -o PLACE", "anchor query -o PLACE", "export --tiles PLACE/www",
    "key new other.example.org", "token new",
  ]

  private func signedDesk() throws -> Desk {
    let desk = try Desk()
    #expect(try desk.run("key", "new", "stance.example.org/log").status == 0)
    #expect(try desk.run("checkpoint", "-o", "head.checkpoint").status == 0)
    return desk
  }

  private func make(_ maker: String, at place: String, in desk: Desk) throws -> Outcome {
    let words = maker.replacing("PLACE", with: place).split(separator: " ").map(String.init)
    let isOfSettings = ["key", "token"].contains(words[0])
    return try desk.run(
      words,
      environment: isOfSettings
        ? ["STANCE_KEY": "\(place)/key", "STANCE_TOKENS": "\(place)/tokens"] : [:])
  }

  @Test(
    "where this user may make no file the status is 77", .enabled(if: Self.hasSystemFolder),
    arguments: makers)
  func notPermitted(maker: String) throws {
    let outcome = try make(maker, at: "\(Self.systemFolder)/stance-test", in: signedDesk())
    #expect(outcome.status == 77, "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  /// A folder of the kernel's, in which not even the superuser can make a file.
  private static let systemFolder = "/sys/kernel"
  private static let hasSystemFolder = FileManager.default.fileExists(atPath: systemFolder)

  @Test("where there is a file instead of a folder it is 73", arguments: makers)
  func notThere(maker: String) throws {
    let outcome = try make(maker, at: "first/place", in: signedDesk())
    #expect(outcome.status == 73, "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "a name that is too long leaves no file", arguments: makers.filter { !$0.contains("tiles") })
  func tooLong(maker: String) throws {
    let desk = try signedDesk()
    // The first alone has room, and nothing can grow beside it.
    for length in [248, 300] {
      let name = String(repeating: "x", count: length)
      let outcome = try make(maker, at: name, in: desk)
      // A folder of this name can be made for a key and tokens.
      if length == 248, ["key", "token"].contains(maker.prefix { $0 != " " }) { continue }
      #expect(outcome.status == 73, "\(outcome.messages)")
    }
    #expect(try desk.bash("rm -rf xxx*; find . -name '*xxx*'").output.isEmpty)
  }

  @Test("a log whose whole path is too long for SQLite leaves no file")
  func deep() throws {
    let desk = try Desk()
    let folder = (1...5).map { _ in String(repeating: "d", count: 99) }.joined(separator: "/")
    #expect(try desk.bash("mkdir -p \(folder)").status == 0)
    #expect(try desk.run("init", "--log", "\(folder)/log.sqlite").status == 73)
    #expect(try desk.run("backup", "\(folder)/log.sqlite").status == 73)
    #expect(try desk.bash("find \(folder) -type f").output.isEmpty)
  }

  @Test(
    "a pipe is not a log, a key or a file of tokens, and no command waits for it",
    arguments: [
      ("status --log pipe", 65), ("posture --log pipe", 65), ("verify --log pipe", 65),
      ("append --from first --log pipe", 65), ("init --log pipe", 73), ("backup pipe", 73),
      ("key show", 66), ("checkpoint", 66), ("key rotate", 66), ("token new", 66),
      ("export --tiles tiles", 66),
    ])
  func pipe(command: String, status: Int32) throws {
    let desk = try signedDesk()
    let prepared = try desk.bash("mkfifo -m 600 pipe; mkdir tiles; mkfifo tiles/checkpoint")
    #expect(prepared.status == 0)
    let outcome = try desk.bash(
      "timeout 60 \"$stance\" \(command)",
      environment: [
        "STANCE_KEY": "\(desk.path)/pipe", "STANCE_TOKENS": "\(desk.path)/pipe",
        "XDG_STATE_HOME": "\(desk.path)/state",
      ])
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(
      outcome.messages.contains("a pipe, a socket or a device")
        || outcome.messages.contains("a folder, a pipe or a device")
        || outcome.messages.contains("already exists")
        || outcome.messages.contains("is not replaced"), "\(outcome.messages)")
    #expect(try desk.run("verify").status == 0)
  }

  @Test("devices and sockets are not logs either")
  func devices() throws {
    let desk = try Desk()
    for path in ["/dev/null", "/dev/zero"] {
      let outcome = try desk.run("status", "--log", path)
      #expect(outcome.status == 65)
      #expect(outcome.messages.contains("it is a pipe, a socket or a device; name a file"))
    }
  }
}
