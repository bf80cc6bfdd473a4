package import JSON

extension RecordedEvent {
  /// What the event says, or what its correction says that another should have said, as it could be
  /// proposed today: without what the log added, and in today's version of its type.
  ///
  /// - Throws: ``EventError`` for an event of a type or version that this program does not know.
  package func content() throws -> JSONDocument {
    let bytes = try Self.parse(bytes).read { (text) throws(EventError) in
      let value = FieldValue(text.root)
      let replacement = type == EventType.correction.rawValue ? value.node["replacement"] : nil
      let content = replacement.map { FieldValue($0) } ?? value
      let type = try EventType(of: content)
      let version = try Upcasting.version(of: content, type: type)
      return Self.proposedBytes(of: try Upcasting.lift(content, type: type, from: version).root)
    }
    return try JSONDocument(parsing: bytes)
  }

  /// The canonical bytes of an event that may have been shown with what the log added, without that.
  package static func proposedBytes(of event: JSONNode) -> [UInt8] {
    event.canonicalBytes(omitting: Addition.names)
  }
}
