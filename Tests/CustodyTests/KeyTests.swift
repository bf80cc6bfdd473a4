import Custody
import Files
import Foundation
import Intake
import Stances
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

  private func standing(of token: String, on day: String = "2022-05-10") throws -> TokenStanding {
    try files.tokens.standing(of: token, on: Day(iso: day)) { _ in }
  }

  private func bearer(_ name: String, _ role: TokenRole = .record) -> TokenBearer {
    TokenBearer(name: name, role: role)
  }

  @Test(
    "a line says what its bearer may do, and a name that begins like a role stays a name",
    arguments: TokenRole.allCases, ["desk", "night desk", "review desk", "propose", "record  x"])
  func roles(role: TokenRole, name: String) throws {
    let token = try files.tokens.create(for: bearer(name, role)) { _ in }
    #expect(try standing(of: token) == .valid(bearer(name, role)))
    #expect(try files.tokens.entries { _ in }.map(\.bearer) == [bearer(name, role)])
  }

  @Test("a line without a role lets its bearer record, as those of before roles do")
  func lineWithoutRole() throws {
    let token = try files.tokens.create(for: bearer("desk")) { _ in }
    let line = try String(contentsOfFile: tokenPath, encoding: .utf8)
    #expect(line.split(separator: " ").last == "desk\n" && line.count == 64 + 6)
    #expect(try standing(of: token) == .valid(bearer("desk", .record)))
  }

  @Test("a token names its bearer, and no other text does")
  func token() throws {
    #expect(try standing(of: "stance-1") == .unknown)
    let night = try files.tokens.create(for: bearer("night desk")) { _ in }
    let day = try files.tokens.create(for: bearer("day desk")) { _ in }
    #expect(try standing(of: night) == .valid(bearer("night desk")))
    #expect(try standing(of: day) == .valid(bearer("day desk")))
    #expect(try standing(of: String(day.dropLast())) == .unknown)
    #expect(try FileStatus(of: tokenPath).isPrivate)
    let text = try String(contentsOfFile: tokenPath, encoding: .utf8)
    #expect(!text.contains(night.dropFirst(7)))
  }

  @Test("a line without a token shuts no one out, and is reported")
  func brokenLine() throws {
    let token = try files.tokens.create(for: bearer("night desk")) { _ in }
    try OpenFile(tokenPath, for: .appending(.ownersOnly)).write(Array("torn \n".utf8))
    var ignored: [String] = []
    let standing = try files.tokens.standing(of: token, on: Day(iso: "2022-05-10")) {
      ignored.append("\($0)")
    }
    #expect(standing == .valid(bearer("night desk")))
    #expect(
      ignored == [
        "'\(tokenPath)', line 2, is not a hash with a name and is ignored; delete it"
      ])
  }

  @Test("a token is on a line of its own if an editor left the last line without its end")
  func lastLine() throws {
    _ = try files.tokens.create(for: bearer("alice")) { _ in }
    let handle = try #require(FileHandle(forUpdatingAtPath: tokenPath))
    try handle.truncate(atOffset: try handle.seekToEnd() - 1)
    _ = try files.tokens.create(for: bearer("bob")) { _ in }
    let lines = try String(contentsOfFile: tokenPath, encoding: .utf8).split(
      separator: "\n")
    #expect(lines.map { $0.split(separator: " ").last } == ["alice", "bob"])
  }

  @Test("a token works to the end of its last day, and then says which day that was")
  func expiry() throws {
    let token = try files.tokens.create(for: bearer("desk"), expires: Day(iso: "2022-05-10")) { _ in
    }
    #expect(try standing(of: token, on: "2022-05-10") == .valid(bearer("desk")))
    #expect(try standing(of: token, on: "2022-05-11") == .expired(Day(iso: "2022-05-10")))
  }

  @Test("tokens are revoked by name or fingerprint, and all other lines stay as they are")
  func revocation() throws {
    let night = try ["one", "two"].map { _ in try files.tokens.create(for: bearer("night")) { _ in }
    }
    try OpenFile(tokenPath, for: .appending(.ownersOnly)).write(
      Array("# mine\ntorn\n".utf8))
    let day = try ["one", "two"].map { _ in try files.tokens.create(for: bearer("day")) { _ in } }
    let before = try String(contentsOfFile: tokenPath, encoding: .utf8)
    let entries = try files.tokens.entries { _ in }
    #expect(entries.map(\.bearer.name) == ["night", "night", "day", "day"])
    #expect(throws: TokenError.noSuchToken("dusk", path: tokenPath)) {
      try files.tokens.revoke("dusk")
    }
    #expect(try files.tokens.revoke("night").count == 2)
    #expect(try files.tokens.revoke(entries[2].fingerprint) == [entries[2]])
    #expect(try (night + [day[0]]).allSatisfy { try standing(of: $0) == .unknown })
    #expect(try standing(of: day[1]) == .valid(bearer("day")))
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      try String(contentsOfFile: tokenPath, encoding: .utf8)
        == (lines[2...3] + lines[5...]).joined(separator: "\n"))
    #expect(try FileStatus(of: tokenPath).isPrivate)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.file("user/stance"))
    #expect(names == ["tokens"])
  }

  @Test("a pipe, a device or a folder is refused at once as key, tokens or memory")
  func notFiles() throws {
    try makeFolder(directory.file("user/stance"))
    let key = try files.key.path
    let tokens = try files.tokens.path
    for path in [key, tokens] {
      #expect(mkfifo(path, 0o600) == 0)
      #expect(throws: InputError.self) { try InputFile.contents(ofFile: path) }
    }
    #expect(throws: InputError.self) { try InputFile.contents(ofFile: "/dev/zero") }
    #expect(throws: InputError.isFolder(path: directory.path)) {
      try InputFile.contents(ofFile: directory.path)
    }
    #expect(throws: KeyFileError.notAFile(path: key)) { try files.key.key() }
    let refusal = TokenError.notAFile(path: tokens)
    #expect(throws: refusal) { try standing(of: "stance-1") }
    #expect(throws: refusal) { try files.tokens.create(for: bearer("desk")) { _ in } }
    #expect(throws: refusal) { try files.tokens.revoke("desk") }
  }
}
