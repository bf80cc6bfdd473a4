/// The key that signs this log's heads from here on, and the name that it binds the log to.
package struct LogKey: Hashable, Sendable {
  /// The log's name, the same through all its keys.
  package let origin: String
  /// The public key as it is published, `name+id+base64` (c2sp.org/signed-note).
  package let vkey: String
  /// The public key that it takes the place of; nil for the log's first.
  package let replaces: String?

  /// A key, and what it takes the place of.
  package init(origin: String, vkey: String, replaces: String?) {
    self.origin = origin
    self.vkey = vkey
    self.replaces = replaces
  }
}

extension ProposedEvent {
  /// The event that makes a key the log's own.
  ///
  /// - Parameters:
  ///   - key: the key as published, and what it replaces.
  ///   - id: what is short and unique in the key.
  /// - Throws: ``EventError`` where the texts are no origin and no keys.
  package init(_ key: LogKey, id: String) throws {
    var members: [(name: String, value: JSONValue)] = [
      ("id", .string("log-key-\(id)")), ("type", .string(EventType.logKey.rawValue)),
      ("v", .integer(Int64(Vocabulary.version(of: .logKey)))), ("origin", .string(key.origin)),
      ("vkey", .string(key.vkey)),
    ]
    if let replaced = key.replaces { members.append(("replaces", .string(replaced))) }
    try self.init(JSONDocument(parsing: JSONValue.object(members).compactBytes()))
  }
}
