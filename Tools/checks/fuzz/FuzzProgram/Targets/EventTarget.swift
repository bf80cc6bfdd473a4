import JSON
import Stances

/// An event that is taken is the same event when it comes back out of the log's bytes.
func acceptsEvent(_ bytes: [UInt8]) -> Bool {
  guard let document = attempt({ try JSONDocument(parsing: bytes) }),
    let proposed = attempt({ try ProposedEvent(document) })
  else { return false }
  holdRecordable(proposed)
  return true
}

/// Holds an event to the laws of storing: canonical, read back equal, and given out as proposed.
func holdRecordable(_ proposed: ProposedEvent) {
  for proposer in [nil, "intern \"2\" 小米"] {
    holdRecordable(proposed, proposedBy: proposer)
  }
}

private func holdRecordable(_ proposed: ProposedEvent, proposedBy proposer: String?) {
  let addition = RecordedEvent.Addition(
    recorded: Timestamp(milliseconds: 1_651_836_896_789), recorder: "desk \"1\" 联想",
    proposer: proposer)
  let stored = proposed.recordedBytes(adding: addition)
  let recorded = read("a stored event") { try RecordedEvent(position: Position(1), bytes: stored) }
  var reader = RecordedEventReader()
  let isCanonical = read("stored bytes in their place") {
    try stored.withUnsafeBufferPointer { bytes in try reader.read(bytes, \.isCanonical) }
  }
  hold(recorded.event == proposed.event, "the stored event is another")
  hold(recorded.proposer == proposer, "the stored proposer is another")
  hold(isCanonical, "stored bytes are not canonical")
  hold(
    read("stored bytes") { try RecordedEvent.proposedBytes(of: stored) } == proposed.canonicalBytes,
    "the event given out is not the one proposed")
  let again = read("an event given out") {
    try ProposedEvent(JSONDocument(parsing: proposed.canonicalBytes, limits: roomyLimits))
  }
  hold(again.event == proposed.event, "the event given out is read as another")
}
