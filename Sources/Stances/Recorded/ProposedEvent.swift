package import JSON

/// An event that is submitted for recording: its meaning and its canonical bytes.
package struct ProposedEvent: Sendable {
  /// What the event means.
  package let event: Event
  /// The canonical bytes (RFC 8785) of the JSON that was proposed.
  package let canonicalBytes: [UInt8]
  /// How many of them come before each of the members that the log adds.
  private let places: [Int]

  /// Reads an event from a document.
  package init(_ document: JSONDocument) throws(EventError) {
    event = try Event(document)
    // Here and not in the log: the reader of a file has time while the log writes.
    (canonicalBytes, places) = document.root.canonicalBytes(
      withPlacesOf: RecordedEvent.Addition.placedNames)
  }

  /// The bytes to store: the canonical form of the event with what the log adds.
  package func recordedBytes(adding addition: RecordedEvent.Addition) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(canonicalBytes.count + addition.count + addition.members.count)
    var written = 0
    for (place, member) in zip(places, addition.members) where !member.isEmpty {
      bytes += canonicalBytes[written..<place]
      // An event has an `id`, which comes before every place: a comma goes in between.
      bytes.append(UInt8(ascii: ","))
      bytes += member
      written = place
    }
    bytes += canonicalBytes[written...]
    return bytes
  }
}

extension EventID {
  /// What the ids of events that name a log's key begin with, and no others.
  package static let keyPrefix = "log-key-"
}

extension ProposedEvent {
  /// The event that makes a key the log's own.
  ///
  /// - Parameters:
  ///   - key: the key as published, and what it replaces.
  ///   - id: what is short and unique in the key.
  /// - Throws: ``EventError`` if the texts are not an origin and keys.
  package init(_ key: LogKey, id: String) throws {
    var members: [(name: String, value: JSONValue)] = [
      ("id", .string(EventID.keyPrefix + id)), ("type", .string(EventType.logKey.rawValue)),
      ("v", .integer(Int64(Vocabulary.version(of: .logKey)))), ("origin", .string(key.origin)),
      ("vkey", .string(key.vkey)),
    ]
    if let replaced = key.replaces { members.append(("replaces", .string(replaced))) }
    try self.init(JSONDocument(parsing: JSONValue.object(members).compactBytes()))
  }
}
