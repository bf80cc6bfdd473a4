import Custody
import Files
import Foundation
import TestSupport
import Testing
import Transparency

@Suite("Key files and tokens")
struct KeyTests {
  let directory: TemporaryDirectory
  let files: UserFiles

  init() throws {
    directory = try TemporaryDirectory()
    files = SignedLog.files(of: "user", in: directory)
  }

  @Test("a new key is its owner's alone, and a second one does not replace it")
  func created() throws {
    let key = try files.key.made(named: KeyName("stance.example.org/log"))
    #expect(files.key.path == directory.file("user/stance/key"))
    #expect(try FileStatus(of: files.key.path).isPrivate)
    #expect(throws: KeyFileError.alreadyThere(path: files.key.path)) {
      try files.key.made(named: KeyName("other.example.org"))
    }
    #expect(try files.key.key().verifier == key.verifier)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.file("user/stance"))
    #expect(names == ["key"])
  }

  @Test("a key that others may read signs nothing, and a file without a key is reported")
  func refused() throws {
    #expect(throws: KeyFileError.notFound(path: files.key.path)) { try files.key.key() }
    #expect(try files.key.keyIfThere() == nil)
    _ = try files.key.made(named: KeyName("stance.example.org/log"))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: files.key.path)
    #expect(throws: KeyFileError.openToOthers(path: files.key.path)) { try files.key.key() }
    #expect(throws: KeyFileError.openToOthers(path: files.key.path)) {
      try files.key.keyIfThere()
    }
  }

  @Test("settings are at the paths the environment names, single files before folders")
  func environment() {
    let given = ["STANCE_KEY": "/keys/own", "XDG_CONFIG_HOME": "not/absolute", "HOME": "/users/u"]
    let files = UserFiles { given[$0] }
    #expect(files.key.path == "/keys/own")
    #expect(files.tokens.path == "/users/u/.config/stance/tokens")
  }

  @Test("a token names its bearer, and no other text does")
  func token() throws {
    #expect(try files.tokens.recorder(of: "stance-1") { _ in } == nil)
    let night = try files.tokens.create(for: "night desk") { _ in }
    let day = try files.tokens.create(for: "day desk") { _ in }
    #expect(try files.tokens.recorder(of: night) { _ in } == "night desk")
    #expect(try files.tokens.recorder(of: day) { _ in } == "day desk")
    #expect(try files.tokens.recorder(of: String(day.dropLast())) { _ in } == nil)
    #expect(try FileStatus(of: files.tokens.path).isPrivate)
    let text = try String(contentsOfFile: files.tokens.path, encoding: .utf8)
    #expect(!text.contains(night.dropFirst(7)))
  }

  @Test("a line without a token shuts no one out, and is reported")
  func brokenLine() throws {
    let token = try files.tokens.create(for: "night desk") { _ in }
    try OpenFile(files.tokens.path, for: .appending(.ownersOnly)).write(Array("torn \n".utf8))
    var ignored: [String] = []
    let recorder = try files.tokens.recorder(of: token) { ignored.append("\($0)") }
    #expect(recorder == "night desk")
    #expect(
      ignored == [
        "'\(files.tokens.path)', line 2, is not a hash with a name and is ignored; delete it"
      ])
  }

  @Test("a token is on a line of its own if an editor left the last line without its end")
  func lastLine() throws {
    _ = try files.tokens.create(for: "alice") { _ in }
    let handle = try #require(FileHandle(forUpdatingAtPath: files.tokens.path))
    try handle.truncate(atOffset: try handle.seekToEnd() - 1)
    _ = try files.tokens.create(for: "bob") { _ in }
    let lines = try String(contentsOfFile: files.tokens.path, encoding: .utf8).split(
      separator: "\n")
    #expect(lines.map { $0.split(separator: " ").last } == ["alice", "bob"])
  }
}
