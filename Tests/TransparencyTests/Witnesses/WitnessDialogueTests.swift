import Testing

@testable import Transparency

@Suite("What a witness is asked next, by what it answered")
struct WitnessDialogueTests {
  let key: SigningKey
  let witness: SampleKeys.Witness
  let log: MemoryLog

  init() throws {
    key = try SampleKeys.log()
    witness = try SampleKeys.Witness("w.example", seed: 3)
    log = try MemoryLog((0..<20).map { [UInt8($0)] })
  }

  @Test("A growing log is cosigned from the witness's last size, in two requests at most")
  func growing() throws {
    var reference = ReferenceWitness(log: key.verifier)
    for (known, size, requests) in [(0, 3, 1), (3, 8, 1), (0, 13, 2), (7, 20, 2), (20, 20, 1)] {
      var exchange = try exchange(size: UInt64(size), startingAt: UInt64(known))
      var asked = 0
      var lines: [NoteSignature]?
      while lines == nil {
        let request = try exchange.request(proof: log.consistencyProof)
        let reply = try reference.reply(request.body, as: witness, at: 5)
        lines = try exchange.take(status: reply.status, body: reply.body)
        asked += 1
      }
      #expect(asked == requests, "from \(known) to \(size)")
      #expect(reference.last == (try log.head(ofSize: UInt64(size))))
    }
  }

  @Test("A witness that is back at nothing is asked from nothing")
  func forgetful() throws {
    var exchange = try exchange(size: 9, startingAt: 5)
    #expect(try exchange.request(proof: log.consistencyProof).oldSize == 5)
    #expect(try exchange.take(status: 409, body: WitnessAnswer.sizeBody(0)) == nil)
    #expect(try exchange.request(proof: log.consistencyProof).body.starts(with: "old 0\n\n".utf8))
  }

  @Test("A witness that is ahead, or has another root, saw another history")
  func forks() throws {
    #expect(try refusal(409, "21\n") == .ahead(witness: 21, log: 20))
    #expect(try refusal(409, "20\n", startingAt: 20) == .otherRoot(size: 20))
    #expect(try refusal(422, "") == .refused(.inconsistent))
    for refusal in try [
      refusal(409, "21\n"), refusal(409, "20\n", startingAt: 20), refusal(422, ""),
    ] {
      #expect(refusal?.showsOtherHistory == true)
    }
  }

  @Test("A fork is found by a witness that follows the rules")
  func realFork() throws {
    var reference = ReferenceWitness(log: key.verifier)
    reference.last = try log.head(ofSize: 10)
    let other = try MemoryLog((0..<20).map { [UInt8($0 == 4 ? 99 : $0)] })
    for size in [UInt64(10), 15] {
      let note = try key.sign(
        Checkpoint(origin: Origin(key.verifier.name), head: other.head(ofSize: size)))
      var exchange = WitnessExchange(
        of: try SignedCheckpoint(note.bytes, policy: CheckpointPolicy(log: key.verifier)),
        with: witness.verifier, startingAt: 10)
      let request = try exchange.request(proof: other.consistencyProof)
      let reply = try reference.reply(request.body, as: witness, at: 5)
      #expect(throws: WitnessExchangeError.refused(.inconsistent)) {
        try exchange.take(status: reply.status, body: reply.body)
      }
    }
  }

  @Test("A witness that will not settle is not asked forever")
  func unsteady() throws {
    #expect(try refusal(409, "7\n", startingAt: 7) == .unsteady)
    var exchange = try exchange(size: 20, startingAt: 0)
    for size in 1..<UInt64(WitnessExchange.greatestRequestCount) {
      _ = try exchange.request(proof: log.consistencyProof)
      #expect(try exchange.take(status: 409, body: WitnessAnswer.sizeBody(size)) == nil)
    }
    _ = try exchange.request(proof: log.consistencyProof)
    #expect(throws: WitnessExchangeError.unsteady) {
      try exchange.take(status: 409, body: WitnessAnswer.sizeBody(9))
    }
  }

  @Test("Only the witness's own signature of this very checkpoint is taken")
  func signatures() throws {
    let text = try note(size: 20).text
    let stranger = try SampleKeys.Witness("stranger.example", seed: 4)
    let namesake = try SampleKeys.Witness("w.example", seed: 5)
    let foreign = try stranger.cosign(text, at: 5)
    let own = try witness.cosign(text, at: 5)
    var exchange = try exchange(size: 20, startingAt: 0)
    #expect(try exchange.take(status: 200, body: foreign.line + own.line) == [own])
    #expect(
      try refusal(200, String(decoding: foreign.line, as: UTF8.self))
        == .notByWitness([foreign.name]))
    #expect(
      try refusal(200, String(decoding: namesake.cosign(text, at: 5).line, as: UTF8.self))
        == .notByWitness([own.name]))
    let other = try witness.cosign(note(size: 19).text, at: 5).line
    #expect(try refusal(200, String(decoding: other, as: UTF8.self)) == .wrongSignature)
    #expect(
      try refusal(200, String(decoding: own.line + other, as: UTF8.self)) == .wrongSignature)
  }

  @Test("What the protocol does not have is refused")
  func others() throws {
    #expect(try refusal(400, "") == .refused(.badRequest))
    #expect(try refusal(403, "") == .refused(.untrustedSignature))
    #expect(try refusal(404, "") == .refused(.unknownOrigin))
    #expect(try refusal(503, "") == .malformed(.unknownStatus(503)))
    #expect(try refusal(200, "hello\n") == .malformed(.badCosignature(.badSignatureLine("hello"))))
    #expect(try refusal(409, "soon\n") == .malformed(.badSizeAnswer))
  }

  /// Why an answer to the first request is refused.
  private func refusal(
    _ status: Int, _ body: String, startingAt old: UInt64 = 0
  ) throws -> WitnessExchangeError? {
    var exchange = try exchange(size: 20, startingAt: old)
    _ = try exchange.request(proof: log.consistencyProof)
    return #expect(throws: WitnessExchangeError.self) {
      try exchange.take(status: status, body: Array(body.utf8))
    }
  }

  private func exchange(size: UInt64, startingAt old: UInt64) throws -> WitnessExchange {
    WitnessExchange(
      of: try SignedCheckpoint(note(size: size).bytes, policy: CheckpointPolicy(log: key.verifier)),
      with: witness.verifier, startingAt: old)
  }

  private func note(size: UInt64) throws -> SignedNote {
    try key.sign(Checkpoint(origin: Origin(key.verifier.name), head: log.head(ofSize: size)))
  }
}
