package import EventLog
package import Files
package import Intake
package import Stances
import Synchronization

/// Records events that come over the network as `stance append` records those of a file.
///
/// The log stays open from one batch to the next; its keys and the user's are read for each, so that a
/// key that is changed and a log that is signed for the first time are heeded at once.
package struct NetworkRecorder: Sendable {
  private let writer: KeptWriter
  private let files: UserFiles
  private let clock: @Sendable () -> Timestamp

  /// A recorder in the log at a path, for those who have the user's tokens.
  package init(
    logAt path: String, _ files: UserFiles, clock: @escaping @Sendable () -> Timestamp
  ) {
    writer = KeptWriter(path)
    self.files = files
    self.clock = clock
  }

  /// Events that a client sends, and how they are to be recorded.
  package struct Submission: Sendable {
    private let content: [UInt8]
    private let format: InputFormat
    let recorder: String
    let proposer: String?
    let condition: AppendCondition
    /// Whether to check everything and record nothing.
    package let isDryRun: Bool
    /// Whether to refuse also what is only unlikely.
    let isStrict: Bool

    /// Events as they came.
    package init(
      content: [UInt8], format: InputFormat, recorder: String, proposer: String? = nil,
      condition: AppendCondition, isDryRun: Bool, isStrict: Bool
    ) {
      self.content = content
      self.format = format
      self.recorder = recorder
      self.proposer = proposer
      self.condition = condition
      self.isDryRun = isDryRun
      self.isStrict = isStrict
    }

    var file: EventFile {
      EventFile(InputFile(name: "body", contents: content), format: format)
    }
  }

  /// What a recording reports to the log's operator, and not to the client that sent the events.
  package enum Warning: Sendable {
    /// A line of the token file without a token.
    case tokenLine(IgnoredTokenLine)
    /// Events were recorded, and the new head could not be signed.
    case unsigned(UnsignedHead)
    /// Events were recorded, and the log is not the one that was signed before.
    case signingFailed(any Error)
    /// The clock is earlier than the log's last event.
    case clockBehind(SteppedClock)
  }

  /// What a token lets its bearer do now.
  package func standing(
    of token: String, warn: (Warning) -> Void
  ) throws -> TokenStanding {
    try files.tokens.standing(of: token, on: clock().day) { warn(.tokenLine($0)) }
  }

  /// Records all events or none, and signs the new head of a log that is signed.
  ///
  /// - Parameters:
  ///   - submission: the events.
  ///   - file: which file the log must be: the one that is served.
  ///   - inspect: is shown the log with the events, before they are recorded.
  ///   - warn: called with what the log's operator has to know.
  /// - Returns: what was recorded, and what is said of it.
  /// - Throws: why nothing was recorded.
  package func record(
    _ submission: Submission, in file: FileIdentity, inspecting inspect: EventLog.Inspection? = nil,
    warn: (Warning) -> Void
  ) throws -> (receipt: AppendReceipt, remarks: AppendRemarks) {
    let request = AppendRequest(
      recorder: submission.recorder, proposer: submission.proposer,
      condition: submission.condition, isDryRun: submission.isDryRun, clock: clock)
    var recorded: AppendReceipt?
    var remarks = AppendRemarks()
    do {
      let append = try SignedAppend(to: writer.log(being: file), files)
      let unsigned = try append.run(isDryRun: request.isDryRun) { log in
        try log.append(
          contentsOf: submission.file, as: request, isStrict: submission.isStrict,
          remarks: &remarks, inspecting: inspect)
      } announce: {
        recorded = $0
      }
      if let unsigned { warn(.unsigned(unsigned)) }
    } catch {
      guard recorded != nil else { throw error }
      warn(.signingFailed(error))
    }
    guard let recorded else { throw EventLogError.busy(path: writer.path) }
    if let clock = recorded.steppedClock { warn(.clockBehind(clock)) }
    return (recorded, remarks)
  }
}

/// A log that stays open for appends as long as its path leads to it.
private final class KeptWriter: Sendable {
  let path: String
  private let kept = Mutex<EventLog?>(nil)

  init(_ path: String) { self.path = path }

  /// The log, opened if it is not open.
  ///
  /// - Throws: ``EventLogError``, above all if its path does not lead to this file.
  func log(being file: FileIdentity) throws -> EventLog {
    try kept.withLock { kept in
      // Before it is opened: what has its place now may be no log at all.
      guard file == (try? FileStatus(of: path))?.identity else {
        kept = nil
        throw EventLogError.replaced(path: path)
      }
      if let kept, kept.identity == file { return kept }
      let log = try EventLog.open(at: path, for: .appending)
      guard log.identity == file else { throw EventLogError.replaced(path: path) }
      kept = log
      return log
    }
  }
}
