import EventLog

/// Appends to a log and signs its new head: one way for events that come by the command line and
/// for those that come over the network.
struct SignedAppend {
  /// The log that is appended to.
  let log: EventLog
  private let signer: LogSigner?

  /// Opens a log, which is signed from then on if it was before and the key is configured.
  init(at path: String) throws {
    log = try EventLog.open(at: path, for: .appending)
    signer = try LogSigner(continuing: log)
  }

  /// Runs an append, tells its receipt, then signs the head.
  ///
  /// - Parameters:
  ///   - isDryRun: whether nothing is recorded, so that nothing is to be signed.
  ///   - append: what records events.
  ///   - tell: told the receipt before the head is signed: the events are recorded, whatever
  ///     becomes of the signature.
  /// - Throws: what `append` and `tell` throw; ``HistoryRefusal`` where the log is not the one that
  ///   was signed before.
  func run(
    isDryRun: Bool, _ append: (EventLog) throws -> AppendReceipt,
    tell: (AppendReceipt) throws -> Void
  ) throws {
    try signer?.check(log)
    try tell(append(log))
    if !isDryRun { _ = try signer?.sign(log) }
  }
}
