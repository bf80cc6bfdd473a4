import Transparency

/// A request to a witness, or its answer after a byte for the status: each has one spelling.
func acceptsWitnessMessage(_ bytes: [UInt8]) -> Bool {
  if let request = try? AddCheckpointRequest(body: bytes) {
    hold(request.body == bytes, "a request has two spellings")
    _ = KnownLog.opened(request.checkpoint)
    return true
  }
  let statuses = [200, 400, 403, 404, 409, 422, 500]
  guard let first = bytes.first else { return false }
  let body = Array(bytes.dropFirst())
  guard let answer = try? WitnessAnswer(status: statuses[Int(first) % statuses.count], body: body)
  else { return false }
  switch answer {
  case .cosigned(let signatures):
    hold(signatures.flatMap(\.line) == body, "cosignatures have two spellings")
    let note = KnownLog.checkpoint(ofSize: 9)
    if let more = try? note.adding(signatures) {
      hold(KnownLog.opened(more.bytes) != nil || spoils(signatures), "a cosignature spoils a note")
    }
  case .conflict(let size): hold(WitnessAnswer.sizeBody(size) == body, "a size has two spellings")
  case .refused: break
  }
  return true
}

/// Whether signatures are in the place of valid ones: a bad one of a known key is.
private func spoils(_ signatures: [NoteSignature]) -> Bool {
  let keys = [KnownLog.key.verifier, KnownLog.witness.verifier]
  return signatures.contains { signature in
    keys.contains { $0.name == signature.name && $0.id == signature.id }
  }
}
