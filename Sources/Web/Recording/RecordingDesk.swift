package import EventLog
package import Intake

/// How the site records events: given to it by whoever starts it, so that events that come over
/// the network are checked, recorded and signed as those of the command line are.
package struct RecordingDesk: Sendable {
  /// Events that somebody sends, and what must hold in the log for them.
  package struct Submission: Sendable {
    /// The events as they came.
    package let content: [UInt8]
    /// How they are written.
    package let format: InputFormat
    /// What must hold in the log.
    package let condition: AppendCondition
    /// Who records them.
    package let recorder: String
    /// Whether to check everything and record nothing.
    package let isDryRun: Bool
  }

  /// Who a token names, in whose name events are recorded; nil for a token that nobody was given.
  let recorder: @Sendable (_ token: String) throws -> String?
  /// Records all events or none.
  let append: @Sendable (Submission) throws -> AppendReceipt

  /// A desk that knows tokens and records.
  package init(
    recorder: @escaping @Sendable (_ token: String) throws -> String?,
    append: @escaping @Sendable (Submission) throws -> AppendReceipt
  ) {
    self.recorder = recorder
    self.append = append
  }
}
