import Stances

/// When and by whom the events of one append are recorded: at one instant, so that no instant
/// falls between two of them.
struct RecordingMoment {
  let timestamp: Timestamp
  let recorder: String
  /// The members that the log adds to each event.
  let members: [(name: String, text: String)]

  init(timestamp: Timestamp, recorder: String) {
    self.timestamp = timestamp
    self.recorder = recorder
    members = [
      (RecordedEvent.AddedMember.recorded, timestamp.description),
      (RecordedEvent.AddedMember.recorder, recorder),
    ]
  }
}
