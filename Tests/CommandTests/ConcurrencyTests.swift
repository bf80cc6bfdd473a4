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

  /// A pipe in the file system that the test holds open, so that a reader of it waits.
  private func openPipe(in desk: Desk) throws -> (path: String, descriptor: Int32) {
    let path = "\(desk.path)/pipe"
    mkfifo(path, 0o600)
    let descriptor = open(path, O_RDWR)
    let line = Array((declinedComment("lenovo", on: "2022-03-01").line + "\n").utf8)
    #expect(write(descriptor, line, line.count) == line.count)
    return (path, descriptor)
  }

  @Test("Ctrl-C in the middle of an import records nothing and says so")
  func interrupted() throws {
    let desk = try Desk()
    let pipe = try openPipe(in: desk)
    defer { close(pipe.descriptor) }
    let writer = try desk.start("append", "--from", "-", input: pipe.path)
    try writer.waitUntilItWrites()
    writer.send(SIGINT)
    let outcome = try writer.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages == "stance: interrupted; nothing was recorded\n")
    #expect(try desk.head() == 1)
  }

  @Test("while one program writes for long, another gets the answer that the log is busy")
  func busy() throws {
    let desk = try Desk()
    let pipe = try openPipe(in: desk)
    let writer = try desk.start("append", "--from", "-", input: pipe.path)
    try writer.waitUntilItWrites()
    let other = try desk.run("append", "--from", try desk.write([]))
    #expect(other.status == 75)
    #expect(other.messages.contains("try again"), "\(other.messages)")
    // Reading goes on meanwhile.
    #expect(try desk.run("posture").status == 0)
    writer.send(SIGINT)
    close(pipe.descriptor)
    _ = try writer.outcome()
  }

  @Test("a killed import leaves the log unchanged")
  func killed() throws {
    let desk = try Desk()
    let pipe = try openPipe(in: desk)
    defer { close(pipe.descriptor) }
    let writer = try desk.start("append", "--from", "-", input: pipe.path)
    try writer.waitUntilItWrites()
    writer.send(SIGKILL)
    #expect(try writer.outcome().status == 137)
    #expect(try desk.head() == 1)
    #expect(try desk.run("verify").status == 0)
  }
}
