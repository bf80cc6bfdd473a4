import JSON
import Foundation
import Glibc
import Stances
import TestSupport
import Testing

@Suite("Several at once, and ends in the middle")
struct ConcurrencyTests {
  @Test("eight programs that append 25 events each lose nothing and leave no gap")
  func manyWriters() throws {
    let desk = try Desk()
    // A machine that is busy with other things may tell a writer to try again.
    let loop = """
      for event in $(seq 1 25); do
        until "$stance" append declined_comment --id "by-$0-$event" --company lenovo --markets RU \
          --occurred 2022-03-01 --published 2022-03-01 --evidence-publisher AFP
        do [ $? -eq 75 ] || exit 1; done
      done
      """
    let writers = try (1...8).map { writer in
      try Program(
        ["/bin/bash", "-c", loop, "\(writer)"], in: desk.path,
        environment: ["stance": Program.stance])
    }
    for writer in writers {
      let outcome = try writer.outcome()
      #expect(outcome.status == 0, "\(outcome.messages)")
    }
    #expect(try desk.head() == 201)
    #expect(try desk.run("verify").status == 0)
    let exported = try desk.run("export").output.split(separator: "\n")
    let ids = try exported.map { line in
      try JSONDocument(parsing: Array(line.utf8)).root["id"]?.string ?? ""
    }
    #expect(Set(ids).count == 201)
    for writer in 1...8 {
      let own = ids.filter { $0.hasPrefix("by-\(writer)-") }
      #expect(own == (1...25).map { "by-\(writer)-\($0)" })
    }
  }

  @Test("verify reports the state that it read, whatever is recorded and signed meanwhile")
  func verifiedWhileGrowing() throws {
    // Long enough to read that appends come and go meanwhile.
    let desk = try Desk((1...3_000).map { company("firm-\($0)") })
    #expect(try desk.run("key", "new", "stance.example.org/log").status == 0)
    #expect(try desk.run("checkpoint").status == 0)
    let head = try desk.head()
    let loop = """
      for event in $(seq 1 500); do
        "$stance" append company_registered --id "later-$event" --company "later-$event" \
          --name Later --country CN || exit 1
        [ -e enough ] && exit 0
      done
      """
    let writer = try Program(
      ["/bin/bash", "-c", loop], in: desk.path,
      environment: [
        "stance": Program.stance, "XDG_CONFIG_HOME": "\(desk.path)/config",
        "XDG_STATE_HOME": "\(desk.path)/state",
      ])
    for _ in 1...5 {
      let verified = try desk.run("verify", "--json")
      #expect(verified.status == 0, "\(verified.output)\(verified.messages)")
    }
    _ = try desk.write([], to: "enough")
    let written = try writer.outcome()
    #expect(written.status == 0, "\(written.messages)")
    #expect(try desk.head() > head)
  }

  @Test("while another program writes, one is told that the log is busy, and reading goes on")
  func busy() throws {
    let desk = try Desk()
    let other = try OpenLog(at: "\(desk.path)/stance.sqlite")
    try other.run("BEGIN IMMEDIATE")
    let refused = try desk.run("append", "--from", try desk.write([]))
    #expect(refused.status == 75)
    #expect(refused.messages.contains("try again"), "\(refused.messages)")
    #expect(try desk.run("posture").status == 0)
    try other.run("ROLLBACK")
    #expect(try desk.run("append", "--from", try desk.write([])).status == 0)
  }
}

@Suite("Appending what comes through a pipe")
struct PipeTests {
  /// A program that has read one event from a pipe, and waits for the rest of its input.
  private struct Waiting {
    let program: Program
    private let descriptor: Int32

    init(at desk: Desk) throws {
      let path = "\(desk.path)/pipe"
      mkfifo(path, 0o600)
      descriptor = open(path, O_RDWR | O_CLOEXEC)
      let line = Array((declinedComment("lenovo", on: "2022-03-01", id: "piped").line + "\n").utf8)
      #expect(write(descriptor, line, line.count) == line.count)
      program = try desk.start("append", "--from", "-", input: path)
      // Once the pipe is empty, the program has read the line, and nothing wakes it but more input.
      var left = Int32(line.count)
      for _ in 0..<6_000 where left > 0 {
        _ = ioctl(descriptor, UInt(FIONREAD), &left)
        usleep(10_000)
      }
      #expect(left == 0)
    }

    /// Closes the pipe, which ends the input.
    func finish() { close(descriptor) }
  }

  @Test("others record while it waits for its input, which is recorded as one at its end")
  func waits() throws {
    let desk = try Desk()
    let waiting = try Waiting(at: desk)
    try desk.appendCompany("meanwhile")
    #expect(try desk.head() == 2)
    waiting.finish()
    let outcome = try waiting.program.outcome()
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output == "recorded piped at 3; the head is 3\n")
  }

  @Test("Ctrl-C while it waits records nothing and says so")
  func interrupted() throws {
    let desk = try Desk()
    let waiting = try Waiting(at: desk)
    waiting.program.send(SIGINT)
    let outcome = try waiting.program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages == "stance: interrupted; nothing was recorded\n")
    #expect(try desk.head() == 1)
    waiting.finish()
  }

  @Test("killed while it waits, it leaves the log unchanged, and no copy of its input")
  func killed() throws {
    let desk = try Desk()
    let waiting = try Waiting(at: desk)
    waiting.program.send(SIGKILL)
    #expect(try waiting.program.outcome().status == 137)
    #expect(try desk.head() == 1)
    #expect(try desk.run("verify").status == 0)
    #expect(try desk.bash("ls | grep '^stance-'").output.isEmpty)
    waiting.finish()
  }

  @Test("a log that takes no events is refused before anyone waits for them")
  func refusedFirst() throws {
    let desk = try Desk()
    mkfifo("\(desk.path)/pipe", 0o600)
    let writer = open("\(desk.path)/pipe", O_RDWR | O_CLOEXEC)
    defer { close(writer) }
    let refused = try desk.run(
      "append", "--from", "-", "--log", "none.sqlite", input: "\(desk.path)/pipe")
    #expect(refused.status == 66)
  }

  @Test("a folder for temporary files that cannot be used is named")
  func noTemporaryFolder() throws {
    let desk = try Desk()
    let line = "TMPDIR=nowhere \"$stance\" append --from - < <(echo)"
    let refused = try desk.bash(line)
    #expect(refused.status == 73)
    #expect(refused.messages.contains("a temporary file in nowhere (TMPDIR names another folder)"))
  }
}
