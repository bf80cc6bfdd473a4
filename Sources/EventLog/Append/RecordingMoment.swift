import Stances

/// When and by whom the events of one append are recorded: at one instant, so that no instant
/// falls between two of them.
struct RecordingMoment {
  let timestamp: Timestamp
  let recorder: String
  /// What the log adds to each event.
  let addition: RecordedEvent.Addition

  init(timestamp: Timestamp, recorder: String) {
    self.timestamp = timestamp
    self.recorder = recorder
    addition = RecordedEvent.Addition(recorded: timestamp, recorder: recorder)
  }
}
