package import EventLog
package import Stances
package import Transparency

extension UserFiles {
  /// Replaces a log's key with a new one, or finishes a replacement that was interrupted.
  ///
  /// - Returns: the new key's public half, to be published.
  /// - Throws: ``KeyFileError``; ``LogKeyError``, ``HistoryError`` if the old key may not
  ///   sign the log.
  package func replaceKey(
    of log: EventLog, recorder: String, clock: @escaping @Sendable () -> Timestamp
  ) throws -> VerifierKey {
    let key = try key
    let old = try key.key()
    let chain = try log.read { try $0.keys() }
    let successor = key.successor
    // An interrupted one left the new key there; its event may be recorded already.
    let found = try successor.keyIfThere()
    if chain.current != found?.verifier || found == nil {
      try LogSigner(key: old, self).check(log)
      try chain.check(old.verifier)
    }
    let new = try found ?? successor.made(named: old.verifier.name)
    try log.name(new.verifier, isSuccessor: true, recorder: recorder, clock: clock)
    try LogSigner(key: new, self).sign(log, replacing: old)
    try key.take(successor)
    return new.verifier
  }
}
