import JSON
import Foundation
import Stances
import TestSupport
import Testing

@Suite("Having witnesses cosign a log")
struct CosigningTests {
  let desk: Desk
  let witness: LoopbackWitness

  init() throws {
    desk = try Desk((0..<6).map { company("firm-\($0)") })
    witness = try LoopbackWitness("w.example")
    #expect(try desk.run("key", "new", "stance.example.org/log").status == 0)
    #expect(try desk.run("checkpoint").status == 0)
  }

  @Test("A growing log is cosigned again and again, and shows it with its head")
  func growing() throws {
    let first = try cosign()
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("w.example cosigned the head of 8 events at 2"))
    #expect(try desk.run("prove", "3", "-o", "3.tlog-proof").status == 0)
    try desk.appendCompany("later")
    #expect(
      try desk.run("verify", "--witness", witness.vkey).output.contains("unwitnessed: the last 1"))
    #expect(try cosign().output.contains("the head of 9 events"))
    #expect(
      try desk.run("verify", "--witness", witness.vkey).output.contains("unwitnessed: the last 0"))
    let unasked = try desk.run("verify")
    #expect(unasked.status == 0)
    #expect(unasked.output.contains("there are cosignatures, but no witness's key was given"))

    #expect(try desk.run("status").output.contains("cosigned       9 by w.example (2"))
    let note = try desk.run("checkpoint").output
    #expect(note.contains("\u{2014} w.example "))
    #expect(try desk.run("export", "--tiles", "www").status == 0)
    #expect(try String(contentsOfFile: "\(desk.path)/www/checkpoint", encoding: .utf8) == note)
    let key = try desk.run("key", "show").output.trimmingCharacters(in: .newlines)
    let bundle = ["verify", "bundle", "3.tlog-proof", "--key", key]
    #expect(try desk.run(bundle).output.contains("WITNESSED     not shown"))
    let witnessed = try desk.run(bundle + ["--witness", witness.vkey])
    #expect(witnessed.output.contains("WITNESSED     shown: cosigned at 8 by w.example"))
  }

  @Test("An older copy of the log is not cosigned, and the message says what it is")
  func olderCopy() throws {
    try FileManager.default.copyItem(
      atPath: "\(desk.path)/stance.sqlite", toPath: "\(desk.path)/old.sqlite")
    try desk.appendCompany("later")
    #expect(try cosign().status == 0)
    let refused = try cosign("--log", "old.sqlite")
    #expect(refused.status == 1)
    #expect(refused.messages.contains("cosigned a head of 9 events"))
    #expect(refused.messages.contains("this is an older copy"))
  }

  @Test("A policy's witnesses are all asked, and its quorum is enough")
  func policy() throws {
    let second = try LoopbackWitness("second.example")
    let gone = try LoopbackWitness("gone.example")
    gone.server.stop()
    func policy(_ threshold: String) throws {
      let key = try desk.run("key", "show").output.trimmingCharacters(in: .newlines)
      _ = try desk.write(
        [
          "log \(key)", "witness A \(witness.vkey) \(witness.url)",
          "witness B \(second.vkey) \(second.url)", "witness C \(gone.vkey) \(gone.url)",
          "group G \(threshold) A B C", "quorum G",
        ], to: "policy")
    }
    try policy("2")
    let verify = ["verify", "--policy", "policy"]
    let before = try desk.run(verify)
    #expect(before.status == 1)
    #expect(before.output.contains("WITNESSED     MISSED"))
    #expect(try desk.run("prove", "3", "-o", "p", "--policy", "policy").status == 66)

    let asked = try desk.run("cosign", "--policy", "policy", "--json")
    #expect(asked.status == 0)
    #expect(asked.messages.contains("stance: C: "))
    let answer = try JSONDocument(parsing: Array(asked.output.utf8)).root
    #expect(answer["quorum"]?.string == "met")
    #expect(answer["witnesses"]?.elements.map { $0["cosigned"]?.bool } == [true, true, false])
    let after = try desk.run(verify)
    #expect(after.status == 0)
    #expect(after.output.contains("second.example (2"))
    #expect(after.output.contains("a quorum under the policy; unwitnessed: the last 0"))
    #expect(try desk.run("prove", "3", "-o", "p", "--policy", "policy").status == 0)

    try policy("all")
    #expect(try desk.run("cosign", "--policy", "policy").status == 75)
    #expect(try desk.run(verify).output.contains("which is not a quorum under the policy"))
    _ = try desk.write(["quorum Z"], to: "policy")
    let refused = try desk.run(verify)
    #expect(refused.status == 65)
    #expect(refused.messages.contains("line 1: no line above defines 'Z'"))
  }

  @Test(
    "Each way to fail has its sentence and its status",
    arguments: [
      (400, 65, "did not understand"), (403, 77, "does not trust this log's key"),
      (404, 66, "does not know this log"), (409, 65, "names no size"),
      (422, 1, "saw another history"), (429, 75, "status 429"), (500, 75, "status 500"),
      (301, 65, "status 301"), (200, 65, "not a cosignature"),
    ])
  func refusals(status: Int, exit: Int32, words: String) throws {
    let server = try ScriptedServer { _ in .init(status: status) }
    defer { server.stop() }
    let refused = try cosign(at: "http://127.0.0.1:\(server.port)")
    #expect(refused.status == exit)
    #expect(refused.messages.contains(words), "\(refused.messages)")
    #expect(refused.messages.split(separator: "\n").count == 1)
  }

  @Test("A witness that signs for another, or wrongly, is not believed")
  func wrongSignatures() throws {
    let stranger = try LoopbackWitness("w.example")
    let asked = try cosign(at: stranger.url)
    #expect(asked.status == 65)
    #expect(asked.messages.contains("not by the key that was given"))
    #expect(try desk.run("status").output.contains("cosigned       never"))
  }

  @Test("A witness that does not answer, does not end or says too much is given up")
  func bounds() throws {
    let silent = try ScriptedServer { _ in .init(body: [0x20], neverEnds: true) }
    let chatty = try ScriptedServer { _ in .init(body: Array(repeating: 0x41, count: 1 << 19)) }
    defer { [silent, chatty].forEach { $0.stop() } }
    let started = ContinuousClock.now
    let late = try cosign("--timeout", "1", at: "http://127.0.0.1:\(silent.port)")
    #expect(late.status == 75)
    #expect(late.messages.contains("did not answer within 1 seconds"))
    #expect(ContinuousClock.now - started < .seconds(30))
    let long = try cosign(at: "http://127.0.0.1:\(chatty.port)")
    #expect(long.status == 75)
    #expect(long.messages.contains("answered with more than"))
    // A server without TLS waits for the rest of what it cannot read.
    let plain = try cosign("--timeout", "1", at: "https://127.0.0.1:\(chatty.port)")
    #expect(plain.status == 75)
    #expect(plain.messages.contains("did not answer within 1 seconds"))
  }

  @Test("What is asked wrongly is refused before anyone is asked")
  func usage() throws {
    #expect(try desk.run("cosign").status == 64)
    #expect(try desk.run("cosign", witness.url).status == 64)
    #expect(try cosign(at: "ftp://w.example").status == 64)
    #expect(try cosign(at: "http://").status == 64)
    #expect(try desk.run("init", "--log", "new.sqlite").status == 0)
    #expect(try cosign("--log", "new.sqlite").status == 66)
    _ = try desk.write(["witness A \(witness.vkey)", "quorum A"], to: "policy")
    let verify = ["verify", "--log", "new.sqlite"]
    #expect(try desk.run(verify).status == 0)
    #expect(try desk.run(verify + ["--policy", "policy"]).status == 1)
    #expect(try desk.run("cosign", "--policy", "policy").status == 65)
  }

  private func cosign(_ more: String..., at url: String? = nil) throws -> Outcome {
    try desk.run(["cosign", url ?? witness.url, "--witness", witness.vkey] + more)
  }
}
