package import Errors
package import Stances
package import Transparency

extension EventLog {
  /// Makes a key the log's own by an event, unless it is already.
  ///
  /// The first binds the log to the key's name. A later one replaces the key in force, with
  /// which a head must have been signed: two keys never wait at once for a third one's signature.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - isSuccessor: whether it may replace a key that is in force.
  ///   - recorder: who records it.
  ///   - clock: the time.
  /// - Throws: ``LogKeyError``; ``AppendError``, ``EventLogError``.
  package func name(
    _ key: VerifierKey, isSuccessor: Bool = false, recorder: String,
    clock: @escaping @Sendable () -> Timestamp
  ) throws {
    let (chain, signed) = try read { log in try (log.keys(), log.lastSignedSize()) }
    guard chain.current != key else { return }
    if let current = chain.links.last {
      guard isSuccessor else { throw chain.refusal(of: key) }
      guard signed >= current.firstSize else {
        throw LogKeyError.unfinishedRotation(position: current.firstSize)
      }
    } else if isSuccessor {
      throw LogKeyError.unnamed
    }
    let event = LogKey(
      origin: "\(key.name)", vkey: key.text, replaces: chain.current?.text)
    _ = try append(
      [try ProposedEvent(event, id: "\(key.id)")], as: .ofLog(recorder: recorder, clock: clock))
  }
}

extension KeyChain {
  /// Refuses to sign with a key that is not the one in force.
  package func check(_ key: VerifierKey) throws(LogKeyError) {
    guard current == key else { throw refusal(of: key) }
  }

  func refusal(of key: VerifierKey) -> LogKeyError {
    guard let origin, let current else { return .unnamed }
    guard Origin(key.name) == origin else { return .otherLog(origin, key: key.name) }
    guard let index = links.firstIndex(where: { $0.key == key }) else {
      return .notTheLogs(given: key.text, current: current.text)
    }
    return .replaced(position: links[index + 1].firstSize, current: current.text)
  }
}

/// Why a key does not sign a log.
package enum LogKeyError: StanceError, Hashable, Sendable {
  /// The log names no key.
  case unnamed
  /// The key is of another name than the log.
  case otherLog(Origin, key: KeyName)
  /// The key has the log's name, and the log never named it.
  case notTheLogs(given: String, current: String)
  /// Another key replaced it.
  case replaced(position: UInt64, current: String)
  /// The key in force was named, and no head is signed yet by it and the one before it.
  case unfinishedRotation(position: UInt64)

  package var kind: ErrorKind { .badData }
}

extension LogKeyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unnamed:
      "this log names no key yet; 'stance checkpoint' binds it to yours"
    case .otherLog(let origin, let key):
      "this log is \(origin) and the key is of \(key); set STANCE_KEY to the log's own key"
    case .notTheLogs(let given, let current):
      "\(given) has the log's name, but the log's key is \(current); restore that key from your "
        + "backup: without it no one can sign this log again, and a new log needs a new name"
    case .replaced(let position, let current):
      "the event at \(position) replaced this key; the log's key is \(current), "
        + "and 'stance key rotate' finishes an interrupted rotation"
    case .unfinishedRotation(let position):
      "the key named at \(position) has not signed with the one before it; "
        + "finish that with 'stance key rotate'"
    }
  }
}
