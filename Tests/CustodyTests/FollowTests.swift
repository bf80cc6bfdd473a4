import Custody
import Errors
import EventLog
import Files
import Foundation
import Glibc
import Intake
import Stances
import TestSupport
import Testing
import Transparency

@Suite("Following a published log")
struct FollowTests {
  let signed: SignedLog
  private var www: String { signed.directory.file("www") }
  private var state: String { signed.directory.file("state.checkpoint") }

  init() throws {
    signed = try SignedLog()
    try publish()
  }

  @Test("a first look keeps the head, a second finds nothing new, and a third says what is")
  func growth() throws {
    let first = try look()
    #expect(first.words.hasPrefix("stance.example.org/log: 2 events, looked at for the first time"))
    #expect(first.words.contains("         1  log_key"))
    #expect(try look().words == "stance.example.org/log: 2 events, nothing new")
    try signed.log.append(
      [
        company("zte").proposed(),
        announcement("zte", .suspended, on: "2022-03-01", id: "zte-stops").proposed(),
        retraction(of: "zte-stops", published: "2022-03-02", id: "zte-never-mind").proposed(),
      ], as: AppendRequest(recorder: "desk", clock: SignedLog.clock))
    try publish()
    #expect(
      try look().words == """
        stance.example.org/log: 5 events, 3 new events after 2, which its head continues
                 3  company_registered  zte-company-registered
                 4  public_announcement  zte-stops
                 5  retraction  zte-never-mind, retracts zte-stops
        """)
    #expect(try contents(state) == contents("\(www)/checkpoint"))
  }

  @Test("of a log that grew, only the bundles with new entries are read")
  func onlyNew() throws {
    try grow(by: 600)
    _ = try look()
    for name in ["entries/000", "entries/001", "0/000"] {
      try FileManager.default.removeItem(atPath: "\(www)/tile/\(name)")
    }
    try signed.append("last")
    try publish()
    for name in ["entries/000", "entries/001"] {
      #expect(!FileManager.default.fileExists(atPath: "\(www)/tile/\(name)"))
    }
    #expect(try look().words.contains("603 events, 1 new event after 602"))
  }

  @Test("a head that shrank, and one of another history, are findings with evidence")
  func otherHistories() throws {
    let backup = signed.directory.file("copy.sqlite")
    try signed.log.backup(to: backup)
    try FileManager.default.copyItem(atPath: www, toPath: signed.directory.file("older"))
    try signed.append("later")
    try publish()
    _ = try look()
    let seen = try contents(state)
    let shrunken = try finding(at: signed.directory.file("older"))
    #expect(shrunken.contains("its head is of 2 events, and an earlier one was of 3"))

    let copy = try EventLog.open(at: backup, for: .appending)
    let elsewhere = UserFiles { name in
      ["XDG_CONFIG_HOME": "user", "XDG_STATE_HOME": "elsewhere"][name].map {
        signed.directory.file($0)
      }
    }
    let forked = signed.directory.file("forked")
    for (name, words) in [
      ("other", "its key signed two roots for 3 events"),
      ("more", "its head of 4 events does not continue the one of 3"),
    ] {
      try copy.append(
        [company(name).proposed()], as: AppendRequest(recorder: "desk", clock: SignedLog.clock))
      try LogSigner(elsewhere).sign(copy)
      _ = try copy.read {
        try TileFolder(path: forked, keeping: signed.files.kept).write(from: $0) { _ in }
      }
      let fork = try finding(at: forked)
      #expect(fork.contains(words), "\(fork)")
      #expect(fork.contains("state.checkpoint': keep it"))
    }
    #expect(try contents(state) == seen)
    let kept = try FileManager.default.contentsOfDirectory(atPath: signed.directory.path)
      .filter { $0.hasPrefix("state.checkpoint.") && $0.hasSuffix(".checkpoint") }
    #expect(kept.count == 3)
  }

  @Test("a changed entry, a changed tile and a missing file are findings that name the place")
  func changed() throws {
    try grow(by: 300)
    let sound = try contents("\(www)/tile/entries/000")
    try write(sound.map { $0 == UInt8(ascii: "7") ? UInt8(ascii: "8") : $0 }, "entries/000")
    let entry = try finding(at: www)
    #expect(entry.contains("in 'tile/entries/000', is not the one under the signed root"))
    #expect(entry.contains("tile-entries-000'"))
    try write(Array(sound.dropLast()), "entries/000")
    #expect(try finding(at: www).contains("'tile/entries/000' cannot be read"))
    try write(sound, "entries/000")

    let tile = try contents("\(www)/tile/1/000.p/1")
    try write(tile.reversed(), "1/000.p/1")
    #expect(try finding(at: www).contains("its tiles do not lead to the root of its head"))
    try FileManager.default.removeItem(atPath: "\(www)/tile/1/000.p/1")
    #expect(try finding(at: www).contains("its head covers 'tile/1/000.p/1', and there is no such"))
    try write(tile, "1/000.p/1")
    #expect(!FileManager.default.fileExists(atPath: state))
    #expect(try look().words.contains("302 events"))
  }

  @Test("a head by another key is a finding, and a log that is not there is not one")
  func otherKey() throws {
    let other = try SigningKey(newFor: KeyName("stance.example.org/log")).verifier.text
    #expect(try finding(at: www, key: other).contains("its head is not signed by the key"))
    #expect(throws: PublishedLogError.notThere(signed.directory.file("none"))) {
      try look(at: signed.directory.file("none"))
    }
    let refused = try PublishedLog(
      at: "http://127.0.0.1:1/log/", patience: .seconds(2), authorities: nil)
    let unreached = #expect(throws: PublishedLogError.self) { try follower(of: refused).look() }
    #expect(unreached?.kind == .busy)
  }

  @Test("a pipe in the place of a published file is refused, and not waited for")
  func pipe() throws {
    let place = signed.directory.file("pipes")
    try makeFolder(place)
    #expect(mkfifo("\(place)/checkpoint", 0o600) == 0)
    #expect(throws: InputError.isStream(path: "\(place)/checkpoint")) { try look(at: place) }
  }

  @Test("a key that was replaced is followed by the proof of its rotation")
  func rotation() throws {
    let key = try signed.files.key.key().verifier.text
    _ = try look(key: key)
    _ = try signed.files.replaceKey(of: signed.log, recorder: "desk", clock: SignedLog.clock)
    try signed.append("later")
    try publish()
    #expect(try finding(at: www, key: key).contains("give the proof of that event with --rotation"))
    let proof = try signed.log.read { log in
      try EventProof(of: #require(try log.event(at: 3)), in: log, policy: nil)
    }
    let bundle = ProofBundle(proofPath: signed.directory.file("rotation.tlog-proof"))
    try bundle.write(proof.proof, of: proof.leaf, keeping: signed.files.kept)
    let words = try look(key: key, rotations: [bundle]).words
    #expect(words.contains("4 events, 2 new events after 2"))
    #expect(words.contains(", replaces \(key)"))
  }

  private func look(
    at place: String? = nil, key: String? = nil, rotations: [ProofBundle] = []
  ) throws -> FollowReport {
    let log = try PublishedLog(at: place ?? www, patience: .seconds(2), authorities: nil)
    return try follower(of: log, key: key, rotations: rotations).look()
  }

  private func follower(
    of log: PublishedLog, key: String? = nil, rotations: [ProofBundle] = []
  ) throws -> LogFollower {
    try LogFollower(
      log, trust: signed.trust(key: key), rotations: rotations, state: state, files: signed.files)
  }

  private func finding(at place: String, key: String? = nil) throws -> String {
    let finding = #expect(throws: FollowError.KeptError.self) { try look(at: place, key: key) }
    #expect(finding?.kind == .finding)
    for file in finding?.evidence ?? [] {
      #expect(FileManager.default.fileExists(atPath: file), "\(file)")
    }
    return finding.map { "\($0)" } ?? ""
  }

  private func publish() throws {
    try LogSigner(signed.files).sign(signed.log)
    _ = try signed.log.read {
      try TileFolder(path: www, keeping: signed.files.kept).write(from: $0) { _ in }
    }
  }

  private func grow(by count: Int) throws {
    try signed.log.append(
      (0..<count).map { company("firm-\($0)") }.proposed(),
      as: AppendRequest(recorder: "desk", clock: SignedLog.clock))
    try publish()
  }

  private func contents(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path)))
  }

  private func write(_ bytes: [UInt8], _ tile: String) throws {
    try OutputFile.write(bytes, to: "\(www)/tile/\(tile)")
  }
}
