import EventLog
import Intake
import JSON
import Stances
import Web

/// Records events that come over the network as `stance append` records those of a file.
enum NetworkDesk {
  /// The desk of a log.
  ///
  /// The log is opened for each batch, so that a key that is changed and a log that is signed for
  /// the first time are heeded at once.
  static func desk(forLogAt path: String, journal: Journal) -> RecordingDesk {
    RecordingDesk(
      recorder: { token in
        try TokenFile.configured.recorder(of: token) { line in
          journal.write(.warning, "token_line", [("says", .string("\(line)"))])
        }
      },
      append: { try record($0, inLogAt: path, journal) })
  }

  private static func record(
    _ submission: RecordingDesk.Submission, inLogAt path: String, _ journal: Journal
  ) throws -> AppendReceipt {
    var told: AppendReceipt?
    do {
      let unsigned = try SignedAppend(at: path).run(isDryRun: submission.isDryRun) { log in
        let file = EventFile(
          InputFile(name: "body", contents: submission.content), format: submission.format)
        return try log.append(
          contentsOf: file, condition: submission.condition, recorder: submission.recorder,
          isDryRun: submission.isDryRun, clock: SystemClock.now, checking: {})
      } tell: {
        told = $0
      }
      if let unsigned { journal.write(.warning, "unsigned", [("says", .string("\(unsigned)"))]) }
    } catch {
      // Recorded and not signed: that is for whoever keeps the log, not for whoever sent events.
      guard told != nil else { throw error }
      journal.write(.error, "unsigned", [("error", .string("\(error)"))])
    }
    guard let told else { throw EventLogError.busy(path: path) }
    if let clock = told.steppedClock {
      journal.write(.warning, "clock_behind", [("says", .string("\(clock)"))])
    }
    return told
  }
}
