import EventLog
import Stances
import Transparency

/// What bears on a log's events and is not itself among them, in the state that was verified.
struct LogEvidence {
  /// The checkpoint that the log holds last; nil where none was ever signed.
  private(set) var lastCheckpoint: [UInt8]?
  /// What cosignatures show; nil where the log is not sound, or its key is not known.
  private(set) var witnessed: WitnessedRung?
  private(set) var anchors: [Anchor] = []
  private(set) var lastRecorded: Timestamp?

  /// What is known of a log of which nothing can be read.
  init() {}

  /// Reads it of the state that was verified.
  init(
    of log: LogReader, _ verification: Verification, kept: [SignedCheckpoint],
    policy: CheckpointPolicy?
  ) throws {
    lastRecorded = try log.lastRecorded
    do {
      lastCheckpoint = try log.lastCheckpoint()?.note.bytes
    } catch EventLogError.damaged {
      // The verification has found it, and goes on to say what else there is.
    }
    anchors = try log.anchors()
    guard verification.isSound, let policy else { return }
    witnessed = try WitnessedRung(
      of: log, kept: kept, policy: policy, keys: verification.keys,
      events: UInt64(verification.events))
  }
}
