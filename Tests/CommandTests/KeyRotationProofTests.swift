import Foundation
import Stances
import TestSupport
import Testing
import Transparency

@Suite("Following a log's change of its key without the log")
struct KeyRotationProofTests {
  let desk: Desk
  let first: String
  let second: String

  /// A log whose key was replaced once, its proofs, and no log any more.
  init() throws {
    desk = try Desk((0..<6).map { company("firm-\($0)") })
    first = try desk.run("key", "new", "stance.example.org/log").firstLine
    try desk.run("checkpoint", "-o", "kept.checkpoint")
    try desk.run("prove", "3", "-o", "early.tlog-proof")
    try FileManager.default.copyItem(
      atPath: "\(desk.path)/config", toPath: "\(desk.path)/stolen")
    second = try desk.run("key", "rotate").firstLine
    try desk.run("prove", Self.event(of: second), "-o", "rotation.tlog-proof")
    try desk.appendCompany("late")
    try desk.run("prove", "late-company-registered", "-o", "late.tlog-proof")
    try desk.run("checkpoint", "-o", "late.checkpoint")
    try desk.run("prove", "--since", "kept.checkpoint", "-o", "grown.proof")
  }

  @Test("An event under the new key is shown to anyone who has the old one, and it says how")
  func forward() throws {
    try FileManager.default.removeItem(atPath: "\(desk.path)/stance.sqlite")
    let unled = try bundle("late", first)
    #expect(unled.status == 1)
    #expect(unled.output.contains("if the log's key was replaced, give the proof"))
    let led = try bundle("late", first, "rotation")
    #expect(led.status == 0, "\(led.output)")
    #expect(
      led.output.contains(
        "; signed by \(second), the log's key from position 9 on by the rotations that you gave"))
    #expect(try bundle("early", first, "rotation").status == 0)
    #expect(try bundle("rotation", first, "rotation").status == 0)
  }

  @Test("An event under the old key is shown to anyone who has the new one")
  func backward() throws {
    #expect(try bundle("early", second).status == 1)
    let led = try bundle("early", second, "rotation")
    #expect(led.status == 0, "\(led.output)")
    #expect(led.output.contains("; signed by \(first), the log's key before position 9 by the"))
  }

  @Test("A head under the new key is shown to continue one that was kept under the old")
  func growth() throws {
    let unled = try checkpoints("grown.proof")
    #expect(unled.status == 65)
    #expect(unled.messages.contains("if the log's key was replaced, give the proof"))
    for new in ["grown.proof", "late.checkpoint"] {
      let led = try checkpoints(new, "--rotation", "rotation.tlog-proof")
      #expect(led.status == 0, "\(led.output)\(led.messages)")
      #expect(led.output.contains("SAME HISTORY  shown: the 10 events of the later head begin"))
      #expect(led.output.contains("; signed by \(second), the log's key from position 9 on"))
    }
  }

  @Test("Several rotations lead on in any order, and none may be missing")
  func several() throws {
    let third = try desk.run("key", "rotate").firstLine
    try desk.run("prove", Self.event(of: third), "-o", "again.tlog-proof")
    try desk.appendCompany("last")
    try desk.run("prove", "last-company-registered", "-o", "last.tlog-proof")
    #expect(try bundle("last", first, "again", "rotation", "again").status == 0)
    #expect(try bundle("late", first, "again", "rotation").status == 0)
    #expect(try bundle("early", third, "rotation", "again").status == 0)
    for (key, given) in [(first, "again"), (third, "rotation")] {
      let refused = try bundle("last", key, given)
      #expect(refused.status == 1)
      #expect(refused.output.contains("are of other keys than \(key)"))
    }
  }

  @Test("A replaced key signs nothing more for anyone who knows that it was")
  func stolen() throws {
    let thief = ["XDG_CONFIG_HOME": "\(desk.path)/stolen", "XDG_STATE_HOME": "\(desk.path)/thief"]
    try desk.run("init", "--log", "forged.sqlite")
    _ = try desk.write((0..<20).map { company("other-\($0)").line }, to: "more")
    try desk.run("append", "--from", "more", "--log", "forged.sqlite")
    try desk.run(["checkpoint", "--log", "forged.sqlite"], environment: thief)
    try desk.run("prove", "3", "-o", "forged.tlog-proof", "--log", "forged.sqlite")
    #expect(try bundle("forged", first).status == 0)
    #expect(try bundle("forged", first, "rotation").status == 1)
  }

  @Test("A signature that someone added to a head hands nothing over")
  func addedSignature() throws {
    let name = try KeyName("stance.example.org/log")
    let thief = try SigningKey(name: name, seed: Array(repeating: 7, count: 32))
    let sound = try contents("rotation.tlog-proof")
    let proof = try TransparencyProof(sound)
    let head = try Checkpoint(text: SignedNote(proof.checkpoint).text)
    let note = try SignedNote(proof.checkpoint).adding(thief.sign(head).signatures)
    let event = try String(decoding: contents("rotation.event.json"), as: UTF8.self)
    try write(TransparencyProof(inclusion: proof.inclusion, checkpoint: note).bytes, "forged")
    try write(Array(event.replacing(second, with: thief.verifier.text).utf8), event: "forged")
    let refused = try bundle("early", first, "forged")
    #expect(refused.status == 1)
    #expect(refused.output.contains("forged.tlog-proof is not valid: "))
    #expect(try checkpoints("grown.proof", "--rotation", "forged.tlog-proof").status == 1)
    // Beside the event that is in the log, one more signature does no harm.
    try write(Array(event.utf8), event: "forged")
    #expect(try bundle("late", first, "forged").status == 0)
  }

  @Test("An event that replaces no key, and a head that one of both signed, hand nothing over")
  func notARotation() throws {
    let other = try bundle("late", first, "early")
    #expect(other.status == 1)
    #expect(other.output.contains("replaces no key"))
    let proof = try TransparencyProof(contents("rotation.tlog-proof"))
    let signed = try SignedNote(proof.checkpoint)
    #expect(signed.signatures.count == 2)
    for dropped in signed.signatures {
      let rest = signed.signatures.filter { $0 != dropped }
      let note = try SignedNote(signed.text + [UInt8(ascii: "\n")] + rest.flatMap(\.line))
      try write(TransparencyProof(inclusion: proof.inclusion, checkpoint: note).bytes, "half")
      try write(contents("rotation.event.json"), event: "half")
      let refused = try bundle("late", first, "half")
      #expect(refused.status == 1)
      #expect(refused.output.contains("half.tlog-proof is not valid: "))
    }
    #expect(try bundle("late", first, "none").status == 66)
    try write([0x20], "rotation")
    #expect(try bundle("late", first, "rotation").status == 65)
  }

  @Test("No byte of a rotation's files can be changed unseen")
  func changed() throws {
    for file in ["rotation.tlog-proof", "rotation.event.json"] {
      let sound = try contents(file)
      for index in stride(from: 0, to: sound.count, by: 17) {
        var changed = sound
        changed[index] ^= 1
        try Data(changed).write(to: URL(filePath: "\(desk.path)/\(file)"))
        let status = try bundle("late", first, "rotation").status
        #expect(status == 1 || status == 65, "byte \(index) of \(file): \(status)")
      }
      try Data(sound).write(to: URL(filePath: "\(desk.path)/\(file)"))
    }
    #expect(try bundle("late", first, "rotation").status == 0)
  }

  /// The event that names a key.
  private static func event(of key: String) -> String {
    "log-key-\(key.split(separator: "+")[1])"
  }

  private func bundle(_ name: String, _ key: String, _ rotations: String...) throws -> Outcome {
    try desk.run(
      ["verify", "bundle", "\(name).tlog-proof", "--key", key]
        + rotations.flatMap { ["--rotation", "\($0).tlog-proof"] })
  }

  private func checkpoints(_ new: String, _ more: String...) throws -> Outcome {
    try desk.run(["verify", "checkpoints", "kept.checkpoint", new, "--key", first] + more)
  }

  private func contents(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(desk.path)/\(file)")))
  }

  private func write(_ proof: [UInt8], _ name: String) throws {
    try Data(proof).write(to: URL(filePath: "\(desk.path)/\(name).tlog-proof"))
  }

  private func write(_ bytes: [UInt8], event name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(desk.path)/\(name).event.json"))
  }
}
