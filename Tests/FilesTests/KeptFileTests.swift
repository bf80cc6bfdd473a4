import Files
import Foundation
import TestSupport
import Testing

@Suite("Files that no result replaces")
struct KeptFileTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: directory.file(name)))
  }

  private func refusal(of name: String, keeping kept: KeptFiles = KeptFiles()) -> OutputError? {
    do throws(OutputError) {
      try OutputFile.write([1], to: directory.file(name), keeping: kept)
      return nil
    } catch {
      return error
    }
  }

  @Test("what belongs to other runs is known by what it holds, and by the database beside it")
  func byContent() throws {
    try write("SQLite format 3\0 and more", to: "log")
    try Data([0x37, 0x7F, 0x06, 0x83, 0, 0, 0, 0]).write(to: URL(filePath: directory.file("a")))
    try Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0]).write(
      to: URL(filePath: directory.file("b")))
    try write("PRIVATE+KEY+example.org/log+00000000+AAAA\n", to: "c")
    try write("\(String(repeating: "0f", count: 32)) night desk\n", to: "d")
    try write("\(String(repeating: "0f", count: 32)):2022-12-31 night desk\n", to: "e")
    let kinds: [(String, KeptFiles.Kind)] = [
      ("log", .database), ("log-wal", .besideDatabase), ("log-shm", .besideDatabase),
      ("log-journal", .besideDatabase), ("a", .besideDatabase), ("b", .besideDatabase),
      ("c", .privateKey), ("d", .tokens), ("e", .tokens),
    ]
    for (name, kind) in kinds {
      #expect(refusal(of: name) == .isKept(path: directory.file(name), kind), "\(name)")
    }
  }

  @Test("what only looks like it is replaced as any file is")
  func others() throws {
    try write("other text", to: "log")
    try write("\(String(repeating: "0f", count: 32))  report.md\n", to: "report.md.sha256")
    try write("example.org/log\n1\nAAAA\n", to: "kept.checkpoint")
    for name in ["log", "log-wal", "report.md.sha256", "kept.checkpoint", "new"] {
      #expect(refusal(of: name) == nil, "\(name)")
    }
  }

  @Test("what belongs to this run is known by any of its names, and before it exists")
  func byName() throws {
    try write("a key in another form", to: "key")
    try write("a log", to: "log")
    try FileManager.default.createSymbolicLink(
      atPath: directory.file("link"), withDestinationPath: "key")
    try FileManager.default.linkItem(atPath: directory.file("key"), toPath: directory.file("hard"))
    try FileManager.default.createDirectory(
      atPath: directory.file("state/deep"), withIntermediateDirectories: true)
    var kept = KeptFiles()
    kept.keep(directory.file("key"), as: .privateKey)
    kept.keep("\(directory.path)/state/../key.next", as: .privateKey)
    kept.keep(directory.file("log"), as: .database)
    kept.keep(folder: directory.file("state"), as: .memory)
    let kinds: [(String, KeptFiles.Kind)] = [
      ("key", .privateKey), ("link", .privateKey), ("hard", .privateKey), ("./key", .privateKey),
      ("key.next", .privateKey), ("log", .database), ("log-wal", .besideDatabase),
      ("log-shm", .besideDatabase), ("state/deep/new", .memory), ("state/deep/../new", .memory),
    ]
    for (name, kind) in kinds {
      #expect(
        refusal(of: name, keeping: kept) == .isKept(path: directory.file(name), kind), "\(name)")
    }
    #expect(refusal(of: "state.txt", keeping: kept) == nil)
  }

  @Test("of two files that belong together neither is written if one is kept")
  func pair() throws {
    var kept = KeptFiles()
    kept.keep(directory.file("key"), as: .privateKey)
    #expect(throws: OutputError.isKept(path: directory.file("key"), .privateKey)) {
      try OutputFile.write(
        ([1], directory.file("first")), ([2], directory.file("key")), keeping: kept)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
  }
}
