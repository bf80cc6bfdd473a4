/// What the bytes of a recorded event say, its texts where they lie.
///
/// Valid inside the call that lends it, and nowhere else: see ``RecordedEventReader``.
package struct RecordedEventReading {
  /// The id, unique in the log.
  package let id: UnsafeBufferPointer<UInt8>
  /// The type as written, also where this program does not know it.
  package let type: UnsafeBufferPointer<UInt8>
  /// The version of the type in which it was written.
  package let version: Int64
  /// When the log took it in.
  package let recorded: Timestamp
  /// Who or what recorded it.
  package let recorder: UnsafeBufferPointer<UInt8>
  /// The event, lifted to the vocabulary's current version; nil for a type or version that this
  /// program does not know.
  package let event: Event?
  private let text: JSONText

  /// Whether the bytes have their canonical form, as they do unless somebody changed them.
  package var isCanonical: Bool { text.isCanonical }

  init(_ text: JSONText) throws(EventError) {
    let root = text.root
    guard let id = root["id"]?.utf8, let type = root["type"]?.utf8,
      let version = root["v"]?.integer, let recorder = root["recorder"]?.utf8,
      let recorded = root["recorded"]?.string.flatMap({ try? Timestamp(rfc3339: $0) })
    else {
      throw EventError(
        position: root.position, path: "",
        reason: .wrongShape(expected: "id, type, v, recorded and recorder"))
    }
    (self.id, self.type, self.version) = (id, type, version)
    (self.recorded, self.recorder) = (recorded, recorder)
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
