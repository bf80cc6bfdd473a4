import Files
import Foundation
import TestSupport
import Testing

@Suite("Files that are written atomically")
struct FileTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("a file has its old content until the new one is whole, and nothing is left beside it")
  func replaced() throws {
    let path = directory.file("report")
    try OutputFile.write(Array("old".utf8), to: path)
    do {
      let file = try OutputFile(path: path)
      try file.write(Array("half".utf8))
      #expect(try text(path) == "old")
      #expect(try names().count == 2)
    }
    #expect(try names() == ["report"])
    try OutputFile.write(Array("new".utf8), to: path)
    #expect(try text(path) == "new")
    #expect(try names() == ["report"])
  }

  @Test(
    "what a killed program left in place of a growing file is replaced, and a link there not followed"
  )
  func planted() throws {
    let (path, victim) = (directory.file("report"), directory.file("victim"))
    try OutputFile.write(Array("precious".utf8), to: victim)
    try FileManager.default.createSymbolicLink(
      atPath: growingPath(for: path), withDestinationPath: victim)
    try OutputFile.write(Array("new".utf8), to: path)
    #expect(try text(victim) == "precious")
    #expect(try names().sorted() == ["report", "victim"])
  }

  @Test("a folder and a database are not replaced")
  func kept() throws {
    #expect(throws: OutputError.isFolder(path: directory.path)) {
      try OutputFile(path: directory.path)
    }
    let database = directory.file("copy")
    try OutputFile.write(Array("SQLite format 3\0 and more".utf8), to: database)
    #expect(throws: OutputError.isKept(path: database, .database)) {
      try OutputFile(path: database)
    }
  }

  @Test("a file gets a name only if there is none of that name")
  func exclusively() throws {
    let (first, second) = (directory.file("first"), directory.file("second"))
    try OutputFile.write([1], to: first)
    try moveExclusively(first, to: second)
    #expect(try names() == ["second"])
    try OutputFile.write([2], to: first)
    let refused = #expect(throws: FileError.self) { try moveExclusively(first, to: second) }
    #expect(refused?.cause == .alreadyThere)
    #expect(refused?.path == second)
    #expect(try OpenFile(second, for: .reading).read(upTo: 9) == [1])
  }

  @Test("a file for its owner alone is so, and so are the folders made for it")
  func modes() throws {
    let folder = directory.file("a/b/c")
    try makeFolder(folder, isPrivate: true)
    try makeFolder(folder, isPrivate: true)
    _ = try OpenFile("\(folder)/key", for: .creating(.ownersOnly))
    #expect(try FileStatus(of: "\(folder)/key").isPrivate)
    #expect(try FileStatus(of: directory.file("a")).isPrivate)
    try OutputFile.write([1], to: "\(folder)/report")
    #expect(try !FileStatus(of: "\(folder)/report").isPrivate)
    #expect(throws: OutputError.cannotCreate(path: "\(folder)/key/d", reason: "Not a directory")) {
      try makeFolder("\(folder)/key/d")
    }
  }

  @Test("what does not exist is distinguished from what cannot be looked at")
  func missing() throws {
    #expect(try FileStatus.ifThere(directory.file("nothing")) == nil)
    #expect(try OpenFile.ifThere(directory.file("nothing/in/it")) == nil)
    let tooLong = directory.file(String(repeating: "x", count: 300))
    let refused = #expect(throws: FileError.self) { try FileStatus.ifThere(tooLong) }
    #expect(refused?.reason == "File name too long")
  }
}

@Suite("Other programs")
struct ChildProcessTests {
  @Test("what a program prints is read as it comes, and how it ended is known")
  func output() throws {
    let program = try ChildProcess(
      ["/bin/sh", "-c", "cat; echo \"$WORD\"; exit 3"], environment: ["WORD": "bye"],
      output: .pipe)
    #expect(try program.output?.read(upTo: 99) == Array("bye\n".utf8))
    #expect(try program.output?.read(upTo: 99) == [])
    #expect(program.status() == 3)
  }

  @Test("one that prints without end is ended")
  func ended() throws {
    let program = try ChildProcess(["yes"], output: .pipe)
    #expect(try program.output?.read(upTo: 1) == Array("y".utf8))
    program.end()
    #expect(program.status() == 128 + 9)
  }

  @Test("a missing one is reported")
  func notThere() {
    let refused = #expect(throws: ChildProcess.StartError.self) {
      try ChildProcess(["no-such-program"])
    }
    #expect(refused?.reason == "No such file or directory")
  }
}
