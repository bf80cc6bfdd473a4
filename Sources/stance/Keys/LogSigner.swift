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

  /// A signer for a log that has been signed before with the configured key; else nil.
  init?(continuing log: EventLog) throws {
    guard let origin = try log.read({ try $0.origin() }),
      let key = try KeyFile.configured.keyIfThere(), Origin(key.verifier.name) == origin
    else { return nil }
    self.init(key: key)
  }

  private init(key: SigningKey) {
    self.key = key
    memory = CheckpointMemory(of: Origin(key.verifier.name))
  }

  /// Refuses a log that lacks what was signed before, so that nothing is appended to an old copy.
  func check(_ log: EventLog) throws {
    guard let last = try memory.last() else { return }
    let policy = try CheckpointPolicy(log: key.verifier)
    do {
      let head = try SignedCheckpoint(last, policy: policy).checkpoint.head
      try log.read { try $0.check(grownFrom: head) }
    } catch let refusal as SignedCheckpointRefusal {
      throw HistoryRefusal.foreignCheckpoint(refusal)
    }
  }

  /// Signs the head of the log.
  func sign(_ log: EventLog) throws -> SignedNote {
    try memory.exchange { last, replace in
      try log.sign(with: key, remembered: last, remember: replace)
    }
  }
}
