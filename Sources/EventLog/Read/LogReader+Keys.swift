import Errors
import GRDB
package import Stances
package import Transparency

extension LogReader {
  /// The keys that the log's events name, in order.
  ///
  /// - Throws: ``EventLogError`` if they are not a chain; no append leaves them so.
  package func keys() throws -> KeyChain {
    let events = try LogKeyEvents(database)
    do {
      return try events.chain()
    } catch {
      throw EventLogError.damaged(path: path, reason: "\(error)")
    }
  }

  /// The name that a key has bound the log to by a position; nil if none had.
  package func originText(at position: Position) throws -> String? {
    try LogKeyEvents(database, upTo: position).all.first?.event.origin
  }
}

/// The events of a log that name its keys.
struct LogKeyEvents {
  private(set) var all: [(position: Position, event: LogKey)] = []

  init(_ database: Database, upTo position: Position = .max) throws {
    let rows = try RawStatement(
      shared: """
        SELECT position, json FROM event
        WHERE type = '\(EventType.logKey.rawValue)' AND position <= ? ORDER BY position
        """, in: database)
    defer { rows.reset() }
    rows.bind(position, at: 1)
    while try rows.step() {
      // One that does not read is found by `verify` with all others.
      let event = try? RecordedEvent(position: rows.position(0), bytes: Array(rows.bytes(1)))
      if case .logKey(let key) = event?.event?.content { all.append((rows.position(0), key)) }
    }
  }

  /// The chain that they make.
  func chain() throws(LogKeyChainError) -> KeyChain {
    var chain = KeyChain()
    for (position, event) in all { try chain.add(event, at: position) }
    return chain
  }
}

/// An event names a key that cannot be the log's next one.
struct LogKeyChainError: StanceError, CustomStringConvertible {
  let position: Position
  let reason: String

  var description: String { "the event at \(position) names no key of the log: \(reason)" }

  var kind: ErrorKind { .badLog }
}

extension KeyChain {
  /// Adds the key that the event at a position names.
  mutating func add(_ event: LogKey, at position: Position) throws(LogKeyChainError) {
    do {
      let keys = try event.keys()
      try add(keys.named, replacing: keys.replaced, from: position.treeSize)
    } catch {
      throw LogKeyChainError(position: position, reason: "\(error)")
    }
  }
}

extension LogKey {
  /// The key that it names, under its log's name, and the one that it replaces.
  ///
  /// - Throws: ``KeyError`` if a text is not a key, ``KeyChainError`` if the name is another.
  package func keys() throws -> (named: VerifierKey, replaced: VerifierKey?) {
    let key = try VerifierKey(vkey)
    guard Array(origin.utf8) == key.name.utf8 else {
      throw KeyChainError.otherOrigin(
        found: Origin(key.name), expected: Origin(try KeyName(origin)))
    }
    return (key, try replaces.map { try VerifierKey($0) })
  }
}
