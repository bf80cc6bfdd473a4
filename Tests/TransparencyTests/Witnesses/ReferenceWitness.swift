@testable import Transparency

/// The decisions of a witness as the format words them, in the order in which it does.
struct ReferenceWitness {
  let log: VerifierKey
  var last = TreeHead.empty

  /// What it answers over HTTP, with its cosignature if it makes one.
  mutating func reply(
    _ body: [UInt8], as key: SampleKeys.Witness, at time: UInt64
  ) throws -> (status: Int, body: [UInt8]) {
    let (status, size) = answer(body)
    switch status {
    case 200:
      let note = try SignedNote(AddCheckpointRequest(body: body).checkpoint)
      return (status, try key.cosign(note.text, at: time).line)
    case 409: return (status, WitnessAnswer.sizeBody(size))
    default: return (status, [])
    }
  }

  mutating func answer(_ body: [UInt8]) -> (status: Int, size: UInt64) {
    do {
      let request = try AddCheckpointRequest(body: body)
      let signed = try SignedCheckpoint(
        request.checkpoint, policy: CheckpointPolicy(log: log))
      let head = signed.checkpoint.head
      if request.oldSize > head.size { return (400, last.size) }
      if request.oldSize != last.size { return (409, last.size) }
      if last.size > 0 {
        try request.proof.verify(from: last, to: head)
      } else if !request.proof.hashes.isEmpty {
        return (422, last.size)
      }
      last = head
      return (200, last.size)
    } catch is ProofError {
      return (422, last.size)
    } catch SignedCheckpointError.note(.noKnownKey) {
      return (404, last.size)
    } catch is SignedCheckpointError {
      return (403, last.size)
    } catch {
      return (400, last.size)
    }
  }
}
