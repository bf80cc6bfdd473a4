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
  private let keyPath: String
  private let tokenPath: String

  init() throws {
    directory = try TemporaryDirectory()
    files = SignedLog.files(of: "user", in: directory)
    keyPath = try files.key.path
    tokenPath = try files.tokens.path
  }

  @Test("a new key is its owner's alone, and a second one does not replace it")
  func created() throws {
    let key = try files.key.made(named: KeyName("stance.example.org/log"))
    #expect(keyPath == directory.file("user/stance/key"))
    #expect(try FileStatus(of: keyPath).isPrivate)
    #expect(throws: KeyFileError.alreadyThere(path: keyPath)) {
      try files.key.made(named: KeyName("other.example.org"))
    }
    #expect(try files.key.key().verifier == key.verifier)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.file("user/stance"))
    #expect(names == ["key"])
  }

  @Test("a key that others may read signs nothing, and a file without a key is reported")
  func refused() throws {
    #expect(throws: KeyFileError.notFound(path: keyPath)) { try files.key.key() }
    #expect(try files.key.keyIfThere() == nil)
    _ = try files.key.made(named: KeyName("stance.example.org/log"))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: keyPath)
    #expect(throws: KeyFileError.openToOthers(path: keyPath)) { try files.key.key() }
    #expect(throws: KeyFileError.openToOthers(path: keyPath)) {
      try files.key.keyIfThere()
    }
  }

  @Test("settings are at the paths the environment names, single files before folders")
  func environment() throws {
    let given = ["STANCE_KEY": "/keys/own", "XDG_CONFIG_HOME": "not/absolute", "HOME": "/users/u"]
    let files = UserFiles(home: "/other") { given[$0] }
    #expect(try files.key.path == "/keys/own")
    #expect(try files.tokens.path == "/users/u/.config/stance/tokens")
  }

  @Test("without HOME the database of users names the home, and the working folder is never one")
  func homeless() throws {
    for given in [[:], ["HOME": "relative"], ["HOME": ""]] {
      let files = UserFiles(home: "/users/u") { given[$0] }
      #expect(try files.key.path == "/users/u/.config/stance/key")
      for home in [nil, "", "relative"] {
        let files = UserFiles(home: home) { given[$0] }
        #expect(throws: HomelessError.key) { try files.key }
        #expect(throws: HomelessError.tokens) { try files.tokens }
        #expect(throws: HomelessError.memory) {
          try files.memory(of: Origin(KeyName("stance.example.org/log")))
        }
      }
    }
    let files = UserFiles { $0 == "XDG_CONFIG_HOME" ? "/settings" : nil }
    #expect(try files.key.path == "/settings/stance/key")
    #expect("\(HomelessError.memory)".hasSuffix("set XDG_STATE_HOME to an absolute path"))
  }

  @Test("a token names its bearer, and no other text does")
  func token() throws {
    #expect(try files.tokens.recorder(of: "stance-1") { _ in } == nil)
    let night = try files.tokens.create(for: "night desk") { _ in }
    let day = try files.tokens.create(for: "day desk") { _ in }
    #expect(try files.tokens.recorder(of: night) { _ in } == "night desk")
    #expect(try files.tokens.recorder(of: day) { _ in } == "day desk")
    #expect(try files.tokens.recorder(of: String(day.dropLast())) { _ in } == nil)
    #expect(try FileStatus(of: tokenPath).isPrivate)
    let text = try String(contentsOfFile: tokenPath, encoding: .utf8)
    #expect(!text.contains(night.dropFirst(7)))
  }

  @Test("a line without a token shuts no one out, and is reported")
  func brokenLine() throws {
    let token = try files.tokens.create(for: "night desk") { _ in }
    try OpenFile(tokenPath, for: .appending(.ownersOnly)).write(Array("torn \n".utf8))
    var ignored: [String] = []
    let recorder = try files.tokens.recorder(of: token) { ignored.append("\($0)") }
    #expect(recorder == "night desk")
    #expect(
      ignored == [
        "'\(tokenPath)', line 2, is not a hash with a name and is ignored; delete it"
      ])
  }

  @Test("a token is on a line of its own if an editor left the last line without its end")
  func lastLine() throws {
    _ = try files.tokens.create(for: "alice") { _ in }
    let handle = try #require(FileHandle(forUpdatingAtPath: tokenPath))
    try handle.truncate(atOffset: try handle.seekToEnd() - 1)
    _ = try files.tokens.create(for: "bob") { _ in }
    let lines = try String(contentsOfFile: tokenPath, encoding: .utf8).split(
      separator: "\n")
    #expect(lines.map { $0.split(separator: " ").last } == ["alice", "bob"])
  }
}
