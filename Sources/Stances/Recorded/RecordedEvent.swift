package import JSON

/// An event as the log holds it: the proposed event, its place and what the log added.
package struct RecordedEvent: Sendable {
  /// The place in the log, dense from 1.
  package let position: Position
  /// When the log took it in; never earlier than the event before it.
  package let recorded: Timestamp
  /// Who or what recorded it.
  package let recorder: String
  /// Who proposed it, if someone else looked at it and recorded it.
  package let proposer: String?
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
  /// The members that the log adds to each event of an append: when it was recorded, who or what
  /// recorded it, and who proposed it.
  package struct Addition: Sendable {
    /// All names, to omit them.
    static let names = [proposer, recorded, recorder]
    /// The names before which members go in, in canonical order.
    ///
    /// No field of the vocabulary comes between "recorded" and "recorder", so that they go in as one.
    static let placedNames = [proposer, recorded]
    static let proposer = "proposer"
    private static let recorded = "recorded"
    private static let recorder = "recorder"

    /// What goes in at each of the placed names, as canonical JSON without braces; empty for nothing.
    let members: [[UInt8]]
    /// How many bytes they have.
    let count: Int

    /// What is added to the events recorded at one instant by one recorder.
    package init(recorded: Timestamp, recorder: String, proposer: String?) {
      members = [
        proposer.map { Self.member([(Self.proposer, .string($0))]) } ?? [],
        Self.member([
          (Self.recorded, .string(recorded.description)), (Self.recorder, .string(recorder)),
        ]),
      ]
      count = members.reduce(0) { $0 + $1.count }
    }

    private static func member(_ members: [(name: String, value: JSONValue)]) -> [UInt8] {
      Array(JSONValue.object(members).compactBytes().dropFirst().dropLast())
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
        proposer: reading.proposer,
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
