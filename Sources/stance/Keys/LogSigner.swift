import EventLog
import Transparency

/// Signs the heads of one log, each consistent with all that were signed before.
struct LogSigner {
  private let key: SigningKey
  private let memory: CheckpointMemory

  /// A signer with the configured key, which becomes the log's with the first checkpoint.
  init() throws {
    self.init(key: try KeyFile.configured.key())
  }

  /// A signer for the log of an origin; nil where the configured key is of another name, or none is.
  init?(of origin: Origin) throws {
    guard let key = try KeyFile.configured.keyIfThere(), Origin(key.verifier.name) == origin
    else { return nil }
    self.init(key: key)
  }

  /// A signer with a key of the log.
  init(key: SigningKey) {
    self.key = key
    memory = CheckpointMemory(of: Origin(key.verifier.name))
  }

  /// Refuses a log that lacks what was signed before, so that nothing is appended to an old copy,
  /// and one whose key is another.
  func check(_ log: EventLog) throws {
    try memory.check(log, orSignedBy: key.verifier)
    try log.read { log in
      let keys = try log.keys()
      if keys.origin != nil { try keys.check(key.verifier) }
    }
  }

  /// Makes the key the log's own by an event, where the log has none yet.
  func bind(_ log: EventLog, recorder: String) throws {
    try log.name(key.verifier, recorder: recorder, clock: SystemClock.now)
  }

  /// Signs the head of the log; the first one since a rotation with the key before it as well.
  func sign(_ log: EventLog, replacing old: SigningKey? = nil) throws -> SignedNote {
    try memory.exchange { last, replace in
      try log.sign(with: key, replacing: old, remembered: last, remember: replace)
    }
  }
}
