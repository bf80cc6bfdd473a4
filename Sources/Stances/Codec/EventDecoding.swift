extension Event {
  /// Reads one event from its JSON object, lifting an older version to today's vocabulary.
  package init(_ document: JSONDocument) throws(EventError) {
    self = try document.read { (text) throws(EventError) in try Event(FieldValue(text.root)) }
  }

  /// Reads an event; `isRecorded` asks for the members that a log adds.
  init(_ value: FieldValue, isRecorded: Bool = false) throws(EventError) {
    let type = try EventType(of: value)
    let version = try Upcasting.version(of: value, type: type)
    guard version != Vocabulary.version(of: type) else {
      self = try Event(value, type: type, writtenAs: version, isRecorded: isRecorded)
      return
    }
    let lifted = try Upcasting.lift(value, type: type, from: version)
    do {
      self = try lifted.read { (text) throws(EventError) in
        try Event(
          FieldValue(text.root), type: type, writtenAs: version, isRecorded: isRecorded)
      }
    } catch {
      // Places in the lifted text are not places in the text that was read.
      throw EventError(
        position: value.node.position, path: value.path(of: error.path), reason: error.reason)
    }
  }

  private init(
    _ value: FieldValue, type: EventType, writtenAs version: Int, isRecorded: Bool
  ) throws(EventError) {
    var reader = try FieldReader(value, as: type)
    id = try reader.required("id").slug()
    _ = try reader.required("type")
    _ = try reader.required("v")
    if isRecorded {
      _ = try reader.required("recorded")
      _ = try reader.required("recorder")
    }
    self.version = version
    content = try EventContent(type, from: &reader)
    occurred =
      type.isDated
      ? try reader.required("occurred").date() : try reader.optional("occurred")?.date()
    published =
      type.isPublished
      ? try reader.required("published").date() : try reader.optional("published")?.date()
    evidence =
      type.isDated
      ? try reader.required("evidence").list(atLeast: 1, of: Evidence.init)
      : try reader.optional("evidence")?.list(of: Evidence.init) ?? []
    note = try reader.optional("note")?.text(limit: TextLimit.paragraph)
    tags = try reader.optional("tags")?.slugs() ?? []
    try reader.finish()
  }
}

extension EventType {
  /// The type that an event's JSON object names.
  init(of value: FieldValue) throws(EventError) {
    guard value.node.kind == .object else { throw value.refusal(.notAnObject) }
    var reader = try FieldReader(ofEvent: value)
    let member = try reader.required("type")
    let name = try member.text()
    guard let type = EventType(rawValue: name) else {
      throw member.refusal(
        .unknownType(
          name: name, nearest: nearestNames(to: name, among: EventType.allCases.map(\.rawValue))))
    }
    self = type
  }
}
