import Foundation
import Stances
import TestSupport
import Testing

@Suite("Signing, proving and checking a log")
struct ProvingTests {
  let desk: Desk

  init() throws {
    desk = try Desk((0..<6).map { company("firm-\($0)") })
    #expect(try run("key", "new", "stance.example.org/log").status == 0)
    #expect(try run("checkpoint", "-o", "first.checkpoint").status == 0)
  }

  @Test("A private key is its owner's alone, is made once, and is never printed")
  func key() throws {
    let path = "\(desk.path)/config/stance/key"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try run("key", "new", "other.example.org").status == 73)
    let shown = try run("key", "show").output
    #expect(shown.hasPrefix("stance.example.org/log+"))
    #expect(!shown.contains("PRIVATE"))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    for command in [["key", "show"], ["checkpoint"]] {
      let refused = try run(command)
      #expect(refused.status == 77)
      #expect(refused.messages.contains("others may read the key"))
    }
  }

  @Test("From its first checkpoint on, each append signs the log's new head")
  func appendSigns() throws {
    try append("later")
    let checkpoint = try run("checkpoint").output.split(separator: "\n")
    #expect(checkpoint[0] == "stance.example.org/log")
    #expect(checkpoint[1] == "9")
    #expect(try run("verify").output.contains("unsigned: the last 0"))
  }

  @Test("A log that has fewer events than were signed is refuted in words")
  func lostEvent() throws {
    let sql = "DROP TRIGGER event_no_delete; DELETE FROM event WHERE position = 7"
    #expect(try desk.bash("sqlite3 stance.sqlite '\(sql)'").status == 0)
    let refuted = try run("verify")
    #expect(refuted.status == 1)
    #expect(refuted.output.contains("INTACT        REFUTED"))
    #expect(refuted.messages == "")
  }

  @Test("A restored backup and a second copy are refused, before anything is recorded")
  func forks() throws {
    try FileManager.default.copyItem(
      atPath: "\(desk.path)/stance.sqlite", toPath: "\(desk.path)/old.sqlite")
    try append("later")
    for command in [["append", "--from", "more"], ["checkpoint"]] {
      _ = try desk.write([company("fork").line], to: "more")
      let refused = try run(command + ["--log", "old.sqlite"])
      #expect(refused.status == 1)
      #expect(refused.messages.contains("it is an older copy"))
    }
    #expect(try run("status", "--log", "old.sqlite").output.contains("head           8\n"))
    #expect(try run("verify", "--log", "old.sqlite").status == 1)
  }

  @Test("A log that was never signed is left unsigned, with a key and without")
  func unsigned() throws {
    #expect(try run("init", "--log", "other.sqlite").status == 0)
    _ = try desk.write([company("smic").line], to: "more")
    #expect(try run("append", "--from", "more", "--log", "other.sqlite").status == 0)
    let verified = try run("verify", "--log", "other.sqlite")
    #expect(verified.status == 0)
    #expect(verified.output.contains("not shown: no head has been signed yet"))
    #expect(try run("prove", "1", "-o", "p", "--log", "other.sqlite").status == 66)
  }

  @Test("A log that someone else signed is not refuted for lack of their key")
  func foreign() throws {
    let other = ["XDG_CONFIG_HOME": "\(desk.path)/other"]
    #expect(try run(["key", "new", "other.example.org"], environment: other).status == 0)
    let verified = try run(["verify"], environment: other)
    #expect(verified.status == 0)
    #expect(verified.output.contains("not shown: the log's public key is not known here"))
    let key = try run(["key", "show"], environment: other).output
    #expect(try run("verify", "--key", key.trimmingCharacters(in: .newlines)).status == 1)
  }

  @Test("A bundle shows an event without the log, and nothing that was changed")
  func bundle() throws {
    let key = try publicKey()
    #expect(try run("prove", "firm-3-company-registered", "-o", "p.tlog-proof").status == 0)
    try FileManager.default.removeItem(atPath: "\(desk.path)/stance.sqlite")
    let shown = try verifyBundle(key)
    #expect(shown.status == 0)
    #expect(shown.output.contains("is at position 5 of 8 in stance.example.org/log"))
    for rung in ["INTACT", "SAME HISTORY", "WITNESSED", "DATED"] {
      #expect(shown.output.contains(rung))
    }

    let other = "stance.example.org/log+06262d5e+AbKEwVMU2GuNa0tUS49yRULz6xA2J2AgosL1b3H541Wx"
    #expect(try verifyBundle(other).status == 1)
    for file in ["p.event.json", "p.tlog-proof"] {
      let url = URL(filePath: "\(desk.path)/\(file)")
      let bytes = try Data(contentsOf: url)
      for index in stride(from: 0, to: bytes.count, by: 13) {
        var changed = bytes
        changed[index] ^= 1
        try changed.write(to: url)
        let status = try verifyBundle(key).status
        #expect(status == 1 || status == 65, "byte \(index) of \(file): \(status)")
      }
      try bytes.write(to: url)
    }
    #expect(try verifyBundle(key).status == 0)
  }

  @Test("A kept checkpoint shows that the log only grew, with the log and without")
  func growth() throws {
    let key = try publicKey()
    try append("later")
    #expect(try run("verify", "--since", "first.checkpoint").output.contains("SAME HISTORY  shown"))
    #expect(try run("checkpoint", "-o", "second.checkpoint").status == 0)
    #expect(try verifyCheckpoints("second.checkpoint", key).status == 0)
    #expect(try run("prove", "--since", "first.checkpoint", "-o", "grown.proof").status == 0)
    try FileManager.default.removeItem(atPath: "\(desk.path)/stance.sqlite")
    #expect(try verifyCheckpoints("grown.proof", key).status == 0)
    #expect(try verifyCheckpoints("second.checkpoint", key).status == 66)

    let proof = try String(contentsOfFile: "\(desk.path)/grown.proof", encoding: .utf8)
    var lines = proof.components(separatedBy: "\n")
    lines[1] = (lines[1].hasPrefix("A") ? "B" : "A") + lines[1].dropFirst()
    _ = try desk.write(lines.dropLast(), to: "grown.proof")
    #expect(try verifyCheckpoints("grown.proof", key).status == 1)
  }

  @Test("Two roots of one size under one key are named as the proof that they are")
  func equivocation() throws {
    // The same key, as it signs if nothing is remembered.
    let forger = ["XDG_STATE_HOME": "\(desk.path)/forger"]
    #expect(try run("init", "--log", "other.sqlite").status == 0)
    _ = try desk.write((0..<7).map { company("twin-\($0)").line }, to: "more")
    #expect(try run("append", "--from", "more", "--log", "other.sqlite").status == 0)
    let command = ["checkpoint", "--log", "other.sqlite", "-o", "twin.checkpoint"]
    #expect(try run(command).status == 1)
    #expect(try run(command, environment: forger).status == 0)
    let verified = try verifyCheckpoints("twin.checkpoint", publicKey())
    #expect(verified.status == 1)
    #expect(verified.output.contains("signed two roots for 8 events; keep both files"))
  }

  @Test("A tile folder grows with the log, keeps older partial tiles, and takes no other log")
  func tiles() throws {
    #expect(try run("export", "--tiles", "www/log").status == 0)
    _ = try desk.write((0..<300).map { company("more-\($0)").line }, to: "more")
    #expect(try run("append", "--from", "more").status == 0)
    #expect(try run("export", "--tiles", "www/log").status == 0)
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(desk.path)/www/log")
    #expect(
      Set(files).isSuperset(of: [
        "checkpoint", "tile/0/000", "tile/0/000.p/8", "tile/0/001.p/52", "tile/1/000.p/1",
        "tile/entries/000", "tile/entries/000.p/8", "tile/entries/001.p/52",
      ]))
    let checkpoint = try run("checkpoint").output
    #expect(
      try String(contentsOfFile: "\(desk.path)/www/log/checkpoint", encoding: .utf8) == checkpoint)

    #expect(try run("init", "--log", "other.sqlite").status == 0)
    #expect(try run("export", "--tiles", "www/log", "--log", "other.sqlite").status == 66)
  }

  private func append(_ name: String) throws {
    _ = try desk.write([company(name).line], to: "more")
    #expect(try run("append", "--from", "more").status == 0)
  }

  private func publicKey() throws -> String {
    try run("key", "show").output.trimmingCharacters(in: .newlines)
  }

  private func verifyBundle(_ key: String) throws -> Outcome {
    try run("verify", "bundle", "p.tlog-proof", "--key", key)
  }

  private func verifyCheckpoints(_ new: String, _ key: String) throws -> Outcome {
    try run("verify", "checkpoints", "first.checkpoint", new, "--key", key)
  }

  private func run(_ arguments: String...) throws -> Outcome { try desk.run(arguments) }

  private func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome { try desk.run(arguments, environment: environment) }
}
