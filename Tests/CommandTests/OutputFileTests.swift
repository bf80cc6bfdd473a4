import Foundation
import Testing
import TestSupport

@Suite("Files that results are written to")
struct OutputFileTests {
  @Test("a file that is there is replaced whole, and nothing is left beside it")
  func replaced() throws {
    let desk = try Desk()
    let file = try desk.write(["yesterday's report"], to: "report.txt")
    #expect(try desk.run("report", "postures", "-o", file).status == 0)
    #expect(try desk.bash("grep -c yesterday \(file)").output == "0\n")
    #expect(try desk.bash("ls -A | grep -F report.txt").output == "report.txt\n")
  }

  @Test(
    "a link at the path of the growing file is not followed, and what a killed program left is replaced"
  )
  func planted() throws {
    let desk = try Desk()
    for plant in ["ln -s \"$PWD/victim\"", "cp victim"] {
      _ = try desk.write(["precious"], to: "victim")
      // The shell becomes the program, whose number is in the name.
      let written = try desk.bash(
        "\(plant) \"report.txt.$$.part\"; exec \"$stance\" report postures -o report.txt")
      #expect(written.status == 0, "\(written.messages)")
      #expect(try desk.bash("cat victim").output == "precious\n")
      #expect(try desk.bash("test -f report.txt -a ! -L report.txt").status == 0)
      #expect(try desk.bash("grep -c precious report.txt").output == "0\n")
      #expect(try desk.bash("ls -A | grep -F report.txt; rm report.txt").output == "report.txt\n")
    }
  }

  @Test("a key and a backup get their names when they are whole, and leave nothing beside them")
  func named() throws {
    let desk = try Desk()
    let settings = ["STANCE_KEY": "\(desk.path)/keys/own/key"]
    #expect(
      try desk.run("key", "new", "example.org/log", environment: settings).status == 0)
    #expect(try desk.bash("ls -A keys/own").output == "key\n")
    #expect(try desk.bash("stat -c %a keys/own/key").output == "600\n")
    let again = try desk.run("key", "new", "example.org/log", environment: settings)
    #expect(again.status == 73)
    #expect(again.messages.contains("already exists and was not changed"))
    #expect(try desk.bash("ls -A keys/own").output == "key\n")
    #expect(try desk.run("backup", "copy.sqlite").status == 0)
    #expect(try desk.bash("ls -A | grep -F copy").output == "copy.sqlite\n")
  }

  @Test(
    "neither the log nor a copy of it is replaced by a result",
    arguments: [["export"], ["report", "timeline"]])
  func log(command: [String]) throws {
    let desk = try Desk()
    try desk.run("backup", "copy.sqlite")
    for file in ["stance.sqlite", "copy.sqlite"] {
      let outcome = try Program(
        [Program.stance] + command + ["-o", file], in: desk.path
      ).outcome()
      #expect(outcome.status == 73)
      #expect(
        outcome.messages
          == "stance: \(file) is a log or another database, and is not replaced; "
          + "name another file\n")
      #expect(try desk.run("verify", "--log", file).status == 0)
    }
  }

  @Test("a folder is refused")
  func folder() throws {
    let outcome = try Desk().run("export", "-o", ".")
    #expect(outcome.status == 73)
    #expect(outcome.messages == "stance: . is a folder; name a file in it\n")
  }

  @Test("a pipe is written to and stays a pipe")
  func pipe() throws {
    let outcome = try Desk().bash(
      "mkfifo pipe && { cat pipe & \"$stance\" export -o pipe; wait; test -p pipe && echo pipe; }")
    #expect(outcome.output.hasPrefix("{") && outcome.output.hasSuffix("}\npipe\n"))
  }

  @Test(
    "a disk that is full is an input or output error",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func fullDisk() throws {
    let desk = try Desk()
    let toFile = try desk.run("export", "-o", "/dev/full")
    let toStream = try desk.bash("\"$stance\" export > /dev/full")
    for outcome in [toFile, toStream] {
      #expect(outcome.status == 74)
      #expect(outcome.messages.contains("No space left on device"))
    }
  }
}
