import Testing

@testable import Transparency

@Suite("A policy file names whom to believe")
struct TrustPolicyTests {
  let log: VerifierKey
  let keys: [VerifierKey]

  init() throws {
    log = try SampleKeys.log().verifier
    keys = try (1...6).map { try SampleKeys.Witness("w\($0).example", seed: $0 + 10).verifier }
  }

  @Test("The example of the format: two of three here, and one of three there")
  func example() throws {
    let names = ["X1", "X2", "X3", "Y1", "Y2", "Y3"]
    let witnesses = zip(names, keys).map { "witness \($0) \($1.text)\n" }
    let text = """
      log \(log.text)

      \(witnesses[0...2].joined())group X-witnesses 2 X1 X2 X3

      \(witnesses[3...5].joined())group Y-witnesses any Y1 Y2 Y3

      group X-and-Y all X-witnesses Y-witnesses
      quorum X-and-Y

      """
    let policy = try TrustPolicy(Array(text.utf8))
    #expect(policy.logs.map(\.key) == [log])
    #expect(policy.witnesses.map(\.name) == names)
    #expect(policy.witnesses.map(\.key) == keys)
    for chosen in 0..<64 {
      let cosigned = Set(keys.indices.filter { chosen >> $0 & 1 == 1 }.map { keys[$0] })
      let ofX = (chosen & 7).nonzeroBitCount
      let ofY = (chosen >> 3).nonzeroBitCount
      #expect(policy.quorum.isMet(by: cosigned) == (ofX >= 2 && ofY >= 1), "\(chosen)")
    }
    #expect(try CheckpointPolicy(log: log, witnesses: keys, quorum: policy.quorum).log == log)
  }

  @Test("White space, comments, URLs and other orders are as the format has them")
  func layout() throws {
    let text =
      "\t# comment \u{2014} any text\n  quorum none\n\n   \t\n"
      + "witness \t A  \(keys[0].text)\thttps://w.example/\u{E9} \n#\nlog \(log.text) https://l.example\n"
    let policy = try TrustPolicy(Array(text.utf8))
    #expect(policy.quorum.isMet(by: []))
    #expect(policy.witnesses.map(\.url) == ["https://w.example/\u{E9}"])
    #expect(policy.log(of: Origin(log.name))?.url == "https://l.example")
    #expect(policy.log(of: Origin(keys[0].name)) == nil)
  }

  @Test("Names are compared as bytes: two spellings of one letter are two names")
  func bytes() throws {
    let text = """
      witness \u{E9} \(keys[0].text)
      witness e\u{301} \(keys[1].text)
      quorum e\u{301}

      """
    let policy = try TrustPolicy(Array(text.utf8))
    #expect(policy.quorum == .witness(keys[1]))
  }

  @Test("A quorum is met by notes with the witnesses' cosignatures, and by no others")
  func notes() throws {
    let signer = try SampleKeys.log()
    let note = try signer.sign(Checkpoint(origin: Origin(log.name), head: .empty))
    let witness = try SampleKeys.Witness("w1.example", seed: 11)
    let policy = try policy("witness A \(keys[0].text)", "quorum A")
    #expect(!policy.isMet(by: note))
    #expect(policy.isMet(by: try note.adding([witness.cosign(note.text, at: 5)])))
    #expect(!policy.isMet(by: try note.adding([witness.cosign(note.text + [10], at: 5)])))
    #expect(try self.policy("quorum none").isMet(by: note))
  }

  @Test("What is wrong is refused at its line")
  func refusals() throws {
    let a = "witness A \(keys[0].text)"
    let b = "witness B \(keys[1].text)"
    let twin = VerifierKey(
      name: try KeyName("twin.example"), type: .cosignature, publicKey: keys[0].publicKey)
    let logTwin = VerifierKey(
      name: try KeyName("twin.example"), type: .ed25519, publicKey: log.publicKey)
    let cases: [([String], Int, TrustPolicyError.Reason)] = [
      ([a], 2, .noQuorum), ([], 1, .noQuorum),
      (["quorum A"], 1, .unknownName("A")),
      (["quorum A", a], 1, .unknownName("A")),
      ([a, "quorum A", "quorum none"], 3, .secondQuorum),
      ([a, "quorum A A"], 2, .wrongForm("quorum NAME|none")),
      ([a, "witness A \(keys[1].text)"], 2, .takenName("A")),
      (["witness none \(keys[1].text)"], 1, .takenName("none")),
      ([a, "witness C \(twin.text)"], 2, .policy(.repeatedWitness(twin.name))),
      (["witness A \(log.text)"], 1, .policy(.notAWitnessKey(log.name))),
      (["log \(keys[0].text)"], 1, .policy(.notALogKey(keys[0].name))),
      (["log \(log.text)", "", "log \(logTwin.text)"], 3, .repeatedLog(logTwin.name)),
      (["log"], 1, .wrongForm("log VKEY [URL]")),
      (["log \(log.text) u v"], 1, .wrongForm("log VKEY [URL]")),
      (["witness A"], 1, .wrongForm("witness NAME VKEY [URL]")),
      (["witness A x+y+z"], 1, .key(.notAKey)),
      ([a, "group G any"], 2, .wrongForm("group NAME all|any|NUMBER MEMBER…")),
      ([a, "group G any A none"], 2, .unknownName("none")),
      ([a, "group G any A A"], 2, .repeatedMember("A")),
      ([a, b, "group G any A", "group H all A B"], 4, .repeatedMember("A")),
      ([a, "group A any A"], 2, .takenName("A")),
      ([a, "group G any G"], 2, .unknownName("G")),
      ([a, "group G 0 A"], 2, .badThreshold("0", members: 1)),
      ([a, "group G 2 A"], 2, .badThreshold("2", members: 1)),
      ([a, "group G 01 A"], 2, .badThreshold("01", members: 1)),
      ([a, "group G -1 A"], 2, .badThreshold("-1", members: 1)),
      (["Log \(log.text)"], 1, .unknownKeyword("Log")),
      ([a, "quorum A\r"], 2, .controlCharacter),
      (["# \u{7F}"], 1, .controlCharacter),
    ]
    for (lines, line, reason) in cases {
      #expect(throws: TrustPolicyError(line: line, reason: reason), "\(lines)") {
        try policy(lines)
      }
    }
  }

  @Test("A file that is cut off is refused, and one of a thousand witnesses is the last")
  func limits() throws {
    #expect(throws: TrustPolicyError(line: 2, reason: .unfinishedLine)) {
      try TrustPolicy(Array("# x\nquorum none".utf8))
    }
    let start = ["witness A \(keys[0].text)", "group G1 any A"]
    let groups = (2..<TrustPolicyReader.greatestNameCount).map { "group G\($0) all G\($0 - 1)" }
    let last = "G\(TrustPolicyReader.greatestNameCount - 1)"
    let policy = try policy(start + groups + ["quorum \(last)"])
    #expect(policy.quorum.isMet(by: [keys[0]]))
    #expect(!policy.quorum.isMet(by: []))
    #expect(throws: TrustPolicyError(line: 1_001, reason: .tooManyNames)) {
      try self.policy(start + groups + ["group more any \(last)"])
    }
  }

  private func policy(_ lines: String...) throws -> TrustPolicy { try policy(lines) }

  private func policy(_ lines: [String]) throws -> TrustPolicy {
    try TrustPolicy(Array(lines.map { "\($0)\n" }.joined().utf8))
  }
}
