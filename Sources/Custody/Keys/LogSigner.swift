package import EventLog
package import Stances
package import Transparency

/// Signs the heads of one log, each consistent with all that were signed before.
package struct LogSigner {
  private let key: SigningKey
  private let memory: CheckpointMemory

  /// A signer with the user's key, which becomes the log's with the first checkpoint.
  package init(_ files: UserFiles) throws {
    try self.init(key: files.key.key(), files)
  }

  /// A signer for the log of an origin; nil if the user's key is of another name, or there is none.
  init?(of origin: Origin, _ files: UserFiles) throws {
    guard let key = try files.key.keyIfThere(), Origin(key.verifier.name) == origin
    else { return nil }
    try self.init(key: key, files)
  }

  /// A signer with a key of the log.
  init(key: SigningKey, _ files: UserFiles) throws(HomelessError) {
    self.key = key
    memory = try files.memory(of: Origin(key.verifier.name))
  }

  /// Refuses a log that lacks what was signed before, so that nothing is appended to an old copy,
  /// one whose key is another, and one in which an event that is not signed yet was changed.
  package func check(_ log: EventLog) throws {
    try memory.check(log, orSignedBy: key.verifier)
    try log.read { log in
      let keys = try log.keys()
      if keys.origin != nil { try keys.check(key.verifier) }
    }
    try log.checkUnsignedEvents()
  }

  /// Makes the key the log's own by an event, if the log has none yet.
  package func bind(_ log: EventLog, recorder: String, clock: @escaping @Sendable () -> Timestamp)
    throws
  {
    try log.name(key.verifier, recorder: recorder, clock: clock)
  }

  /// Signs the head of the log; the first one since a rotation with the key before it as well.
  @discardableResult
  package func sign(_ log: EventLog, replacing old: SigningKey? = nil) throws -> SignedNote {
    try memory.exchange { last, replace in
      try log.sign(with: key, replacing: old, remembered: last, remember: replace)
    }
  }
}
