import Errors
import TestSupport
import Testing

@testable import stance

@Suite("How commands fail")
struct FailureTests {
  @Test("an unforeseen error is a bug in the program, and says so")
  func unforeseen() {
    struct Unforeseen: Error {}
    let failure = Failure(Unforeseen(), of: Status.self)
    #expect(failure.status == 70)
    #expect(failure.words == "stance: Unforeseen(); this is a bug in the program")
  }

  @Test("a program that is shown no arguments says so and does nothing")
  func noArguments() throws {
    let error = #expect(throws: MissingArgumentsError.self) {
      try MissingArgumentsError.check([])
    }
    let failure = Failure(try #require(error), of: Stance.self)
    #expect(failure.status == 70)
    #expect(failure.words?.contains("mount it ('mount -t proc proc /proc')") == true)
    #expect(throws: Never.self) { try MissingArgumentsError.check(["stance"]) }
  }

  @Test("without /proc no command runs", .enabled(if: WithoutProc.isPossible))
  func withoutProc() throws {
    let outcome = try WithoutProc.run([Program.stance, "--version"])
    #expect(outcome.status == 70)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("stance: the arguments of this program cannot be read"))
  }

  @Test("each kind of error has its exit status", arguments: ErrorKind.allCases)
  func kinds(kind: ErrorKind) {
    struct Failing: StanceError {
      let kind: ErrorKind
      let description = "it failed"
    }
    let failure = Failure(Failing(kind: kind), of: Status.self)
    #expect(failure.status == ExitStatus(kind).rawValue)
    #expect(failure.status != 0)
    #expect(failure.words == (kind == .readerGone ? nil : "stance: it failed"))
  }

  @Test(
    "wrong usage that shows only as a command runs is answered with that command's usage",
    arguments: [
      ("report timeline --picture nope --format svg", "report timeline"),
      ("report measures --format svg", "report measures"),
      ("append --from none --format nope", "append"),
      ("diff --to 2022-05-06", "diff"),
    ])
  func usage(line: String, command: String) throws {
    let desk = try Desk()
    let outcome = try desk.run(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 64)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Usage: stance \(command) ") }, "\(outcome.messages)")
    #expect(lines.last == "  See 'stance \(command) --help' for more information.")
  }

  @Test("a host that has no address is named, and is not a bug")
  func unknownHost() throws {
    let outcome = try Desk().run("serve", "--listen", "nowhere.invalid:8080")
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("cannot listen at nowhere.invalid:8080"))
  }
}

/// A program in a file system of its own that has no `/proc`, if this user may make one.
private enum WithoutProc {
  static let isPossible = (try? run(["/bin/true"]).status) == 0

  static func run(_ program: [String]) throws -> Outcome {
    let directory = try TemporaryDirectory()
    let hidden = #"mount -t tmpfs none /proc && exec "$@""#
    return try Program(
      ["/usr/bin/unshare", "-r", "-m", "/bin/sh", "-c", hidden, "sh"] + program,
      in: directory.path
    ).outcome()
  }
}
