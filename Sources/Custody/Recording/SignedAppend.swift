import Errors
package import EventLog
import Stances
import Transparency

/// Appends to a log and signs its new head: in the same way for events from the command line and
/// for those from the network.
package struct SignedAppend {
  private let log: EventLog
  /// The name under which it is signed; nil if it never was signed.
  private let origin: Origin?
  private let signer: LogSigner?
  private let files: UserFiles

  /// An append to a log that is open for it; if it was signed before and the user has its key, it
  /// continues to be signed.
  ///
  /// - Parameters:
  ///   - log: the log.
  ///   - files: the user's key and what was signed with it.
  /// - Throws: ``EventLogError``, ``KeyFileError``.
  package init(to log: EventLog, _ files: UserFiles) throws {
    (self.log, self.files) = (log, files)
    origin = try log.read { try $0.origin() }
    signer = try origin.flatMap { try LogSigner(of: $0, files) }
  }

  /// Runs an append, passes on its receipt, then signs the head.
  ///
  /// Without the key nothing is signed, and an older copy is refused all the same. If the new head
  /// cannot be signed, the events are recorded: that is not an error, or who asked would ask again.
  ///
  /// - Parameters:
  ///   - isDryRun: whether nothing is recorded, so that nothing is to be signed.
  ///   - append: what records events.
  ///   - announce: called with the receipt before the head is signed: the events are recorded,
  ///     whatever becomes of the signature.
  /// - Returns: why the new head of a signed log is not signed; nil if it is.
  /// - Throws: what `append` and `announce` throw; ``EventLogError`` if the log's file was replaced
  ///   meanwhile; ``HistoryError`` if the log is not the one that
  ///   was signed before.
  package func run(
    isDryRun: Bool, _ append: (EventLog) throws -> AppendReceipt,
    announce: (AppendReceipt) throws -> Void
  ) throws -> UnsignedHead? {
    if let signer {
      try signer.check(log)
    } else if let origin {
      try files.memory(of: origin).check(log)
    }
    let receipt = try append(log)
    // What went into a file that was moved away meanwhile is not in the log that others read.
    try log.checkPlace()
    try announce(receipt)
    guard !isDryRun, let origin else { return nil }
    guard let signer else {
      guard receipt.recorded > 0 else { return nil }
      return UnsignedHead(origin: origin, reason: .noKey(path: try files.key.path))
    }
    do {
      try signer.sign(log)
      return nil
    } catch let error as any StanceError where error.kind != .finding {
      return UnsignedHead(origin: origin, reason: .failed("\(error)"))
    }
  }
}

/// Events were recorded in a signed log, and the new head could not be signed.
package struct UnsignedHead: Hashable, Sendable, CustomStringConvertible {
  /// Why.
  package enum Reason: Hashable, Sendable {
    /// The key was not at hand.
    case noKey(path: String)
    /// What an error says.
    case failed(String)
  }

  let origin: Origin
  /// Why.
  package let reason: Reason

  package var description: String {
    switch reason {
    case .noKey(let path):
      "not signed: the log is signed as \(printable("\(origin)")), and there is no key of that name "
        + "at '\(printable(path))'; set STANCE_KEY, or run 'stance checkpoint' on "
        + "the machine that has it"
    case .failed(let words):
      "not signed: \(words); what was recorded stays, and 'stance checkpoint' signs it"
    }
  }
}
