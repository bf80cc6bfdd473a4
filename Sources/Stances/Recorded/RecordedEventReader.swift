import JSON

/// Reads one recorded event after another without copying its bytes, as a verification of a whole
/// log does.
package struct RecordedEventReader {
  private var tape = JSONTape()
  private var instants = InstantReader()

  /// Makes a reader; it uses its memory again for each event.
  package init() {}

  /// Reads an event from the bytes that the log stores.
  ///
  /// - Parameters:
  ///   - bytes: the canonical form of an event, or what is in its place.
  ///   - body: is lent what the bytes say.
  /// - Returns: what `body` answers.
  /// - Throws: ``EventError`` if the bytes are not what a log stores.
  package mutating func read<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (RecordedEventReading) -> Result
  ) throws(EventError) -> Result {
    do {
      try tape.parse(bytes, limits: .recordedEvent)
    } catch {
      throw EventError(position: error.position, path: "", reason: .json(error.reason))
    }
    var instants = instants
    defer { self.instants = instants }
    return try tape.read(bytes) { (text) throws(EventError) in
      body(try RecordedEventReading(text, &instants))
    }
  }
}

/// Reads the times at which events were recorded: all events of one append have the same.
struct InstantReader {
  private var last: (text: [UInt8], instant: Timestamp)?

  /// The instant that a text names; nil if it names none.
  mutating func instant(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    if let last, last.text.withUnsafeBufferPointer(text.isSame) { return last.instant }
    guard let instant = try? Timestamp(rfc3339: String(decoding: text, as: UTF8.self)) else {
      return nil
    }
    last = (Array(text), instant)
    return instant
  }
}

/// What the bytes of a recorded event say, its texts in place.
///
/// Valid inside the call that lends it, and nowhere else: see ``RecordedEventReader``.
package struct RecordedEventReading {
  /// The id, unique in the log.
  package let id: UnsafeBufferPointer<UInt8>
  /// The type as written, even if this program does not know it.
  package let type: UnsafeBufferPointer<UInt8>
  /// The version of the type in which it was written.
  package let version: Int64
  /// When it was recorded.
  package let recorded: Timestamp
  /// Who or what recorded it.
  package let recorder: UnsafeBufferPointer<UInt8>
  /// Who proposed it, if it was accepted from a proposal.
  package let proposer: String?
  /// The event, lifted to the vocabulary's current version; nil for a type or version that this
  /// program does not know.
  package let event: Event?
  private let text: JSONText

  /// Whether the bytes have their canonical form, as they do unless they were changed.
  package var isCanonical: Bool { text.isCanonical }

  init(_ text: JSONText, _ instants: inout InstantReader) throws(EventError) {
    let root = text.root
    guard let id = root["id"]?.utf8, let type = root["type"]?.utf8,
      let version = root["v"]?.integer, let recorder = root["recorder"]?.utf8,
      let recorded = root["recorded"]?.utf8.flatMap({ instants.instant($0) })
    else {
      throw EventError(
        position: root.position, path: "",
        reason: .wrongShape(expected: "id, type, v, recorded and recorder"))
    }
    (self.id, self.type, self.version) = (id, type, version)
    (self.recorded, self.recorder) = (recorded, recorder)
    let proposer = root["proposer"]
    self.proposer = proposer?.utf8.map { String(decoding: $0, as: UTF8.self) }
    if let proposer, self.proposer == nil {
      throw EventError(
        position: proposer.position, path: RecordedEvent.Addition.proposer,
        reason: .wrongShape(expected: "text"))
    }
    event = try Event(ifKnown: FieldValue(root))
    self.text = text
  }
}

extension Event {
  /// Reads a recorded event; nil for a type or version that this program does not know.
  fileprivate init?(ifKnown value: FieldValue) throws(EventError) {
    do {
      try self.init(value, isRecorded: true)
    } catch {
      switch error.reason {
      case .unknownType, .newerVersion: return nil
      default: throw error
      }
    }
  }
}
