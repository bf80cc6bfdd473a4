package import JSON

/// An event as the log holds it: the proposed event, its place and what the log added.
package struct RecordedEvent: Sendable {
  /// The place in the log, dense from 1.
  package let position: Position
  /// When the log took it in; never earlier than the event before it.
  package let recorded: Timestamp
  /// Who or what recorded it.
  package let recorder: String
  /// The id, unique in the log.
  package let id: EventID
  /// The type as written, even if this program does not know it.
  package let type: String
  /// The version of the type in which it was written.
  package let version: Int
  /// The event, lifted to the vocabulary's current version; nil for a type or version that this
  /// program does not know.
  package let event: Event?
  /// The stored canonical bytes (RFC 8785), never re-serialised.
  package let bytes: [UInt8]
}

extension RecordedEvent {
  /// The two members that the log adds to each event of an append: when it was recorded, and
  /// who or what recorded it.
  ///
  /// No field of the vocabulary comes between them in canonical order, so that they go in as one.
  package struct Addition: Sendable {
    /// The name that comes first in canonical order.
    static let firstName = "recorded"
    /// Both names, to omit them.
    static let names = [firstName, "recorder"]

    /// The members as canonical JSON, without braces.
    let bytes: [UInt8]

    /// What is added to the events recorded at one instant by one recorder.
    package init(recorded: Timestamp, recorder: String) {
      let object = JSONValue.object([
        (Self.firstName, .string(recorded.description)), ("recorder", .string(recorder)),
      ])
      bytes = Array(object.compactBytes().dropFirst().dropLast())
    }
  }

  /// Reads an event from the bytes that the log stores.
  ///
  /// An event of a type or version that this program does not know is read as far as it can be:
  /// `event` is nil.
  ///
  /// - Throws: ``EventError`` where the bytes are not what a log stores.
  package init(position: Position, bytes: [UInt8]) throws(EventError) {
    self = try Self(position: position, bytes: bytes, as: Self.parse(bytes))
  }

  private init(
    position: Position, bytes: [UInt8], as document: JSONDocument
  ) throws(EventError) {
    self = try document.read { (text) throws(EventError) in
      var instants = InstantReader()
      let reading = try RecordedEventReading(text, &instants)
      return RecordedEvent(
        position: position, recorded: reading.recorded,
        recorder: String(decoding: reading.recorder, as: UTF8.self),
        id: EventID(recorded: String(decoding: reading.id, as: UTF8.self)),
        type: String(decoding: reading.type, as: UTF8.self), version: Int(reading.version),
        event: reading.event, bytes: bytes)
    }
  }

  /// The canonical bytes of the event as proposed, without what the log added.
  ///
  /// - Throws: ``EventError`` if the bytes are not JSON.
  package static func proposedBytes(of bytes: [UInt8]) throws(EventError) -> [UInt8] {
    proposedBytes(of: try parse(bytes).root)
  }

  /// The canonical bytes of what was proposed without its id: of two events that say the same under
  /// different ids they are the same.
  ///
  /// - Throws: ``EventError`` if the bytes are not JSON.
  package static func namelessBytes(of bytes: [UInt8]) throws(EventError) -> [UInt8] {
    try parse(bytes).root.canonicalBytes(omitting: Addition.names + ["id"])
  }

  static func parse(_ bytes: [UInt8]) throws(EventError) -> JSONDocument {
    do {
      return try JSONDocument(parsing: bytes, limits: .recordedEvent)
    } catch {
      throw EventError(position: error.position, path: "", reason: .json(error.reason))
    }
  }
}

extension JSONLimits {
  /// The limits of an event with what the log added: room for a time and a name.
  package static let recordedEvent = JSONLimits(
    maximumBytes: event.maximumBytes + 8_192, maximumDepth: event.maximumDepth)
}
