package import JSON

/// An event as proposed: what happened, when, who could know it when, and on whose word.
package struct Event: Hashable, Sendable {
  /// The id, unique in a log.
  package let id: EventID
  /// The version of the type in which it was written.
  package let version: Int
  /// What happened.
  package let content: EventContent
  /// When it was so: the valid clock; nil for registrations, keys and some amendments.
  package let occurred: FuzzyDate?
  /// When anyone could have known: the public clock; nil for registrations and keys only.
  package let published: FuzzyDate?
  /// On whose word, source by source.
  package let evidence: [Evidence]
  /// A remark by the one who recorded it.
  package let note: String?
  /// Labels for finding it again.
  package let tags: [Tag]
}

extension Event {
  /// Reads one event as it is proposed, from its JSON object, lifting an older version to today's
  /// vocabulary.
  package init(_ document: JSONDocument) throws(EventError) {
    self = try document.read { (text) throws(EventError) in
      let value = FieldValue(text.root)
      let event = try Event(value)
      try event.checkProposal(in: value)
      return event
    }
  }

  /// Reads an event; `isRecorded` asks for the members that a log adds.
  init(_ value: FieldValue, isRecorded: Bool = false) throws(EventError) {
    let type = try EventType(of: value)
    let version = try Upcasting.version(of: value, type: type)
    guard Upcasting.isLifted(type, from: version) else {
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
    var reader = try FieldReader(value, as: type.body)
    id = try reader.read(Self.head.id)
    _ = try reader.required("type")
    _ = try reader.required("v")
    if isRecorded {
      _ = try reader.required("recorded")
      _ = try reader.required("recorder")
      _ = reader.optional("proposer")
    }
    self.version = version
    content = try EventContent(type, from: &reader)
    let tail = type.tail
    occurred = try reader.read(tail.occurred)
    published = try reader.read(tail.published)
    evidence = try reader.read(tail.evidence)
    note = try reader.read(tail.note)
    tags = try reader.read(tail.tags)
    try reader.finish()
  }
}

extension EventType {
  /// The type that an event's JSON object names.
  init(of value: FieldValue) throws(EventError) {
    guard value.node.kind == .object else { throw value.refusal(.notAnObject) }
    var reader = try FieldReader(value, as: AnyEvent.self)
    let member = try reader.required("type")
    guard let type = member.node.utf8.flatMap(Self.terms.term(spelled:)) else {
      let name = try member.text()
      throw member.refusal(
        .unknownType(
          name: name, nearest: nearestNames(to: name, among: EventType.allCases.map(\.rawValue))))
    }
    self = type
  }

  private static let terms = TermTable(allCases)
}

/// What is known of an event before its type is.
private struct AnyEvent: FieldRecord {
  static let name = "an event"
  static let fields: [FieldDescription] = []

  init(_ reader: inout FieldReader) throws(EventError) {}
}

extension Event {
  /// The fields that every event begins with.
  struct Head: Sendable {
    let id = Field.required(
      "id", .slug(of: EventKind.self), "the event's name, unique in the log: a slug or a UUIDv7")
    let type = FieldDescription(
      name: "type", shape: .term(EventType.allCases.map(\.term)), isRequired: true,
      words: "the type of event")
    let version = FieldDescription(
      name: "v", shape: .integer, isRequired: true,
      words: "the version of the type in which it is written")
  }
  static let head = Head()

  /// The fields that follow those of the type: when it was so, and on whose word.
  final class Tail: Sendable {
    let occurred: Field<FuzzyDate?>
    let published: Field<FuzzyDate?>
    let evidence: Field<[Evidence]>
    let note = Field.optional("note", .paragraph, "what a reader should know besides")
    let tags = Field.optional(
      "tags", .list(.slug(of: TagKind.self)), default: [], "labels for finding events again")

    fileprivate init(isDated: Bool, isPublished: Bool) {
      occurred = .optional(
        "occurred", .date, isRequired: isDated, "when it was so: the valid clock")
      published = .optional(
        "published", .date, isRequired: isPublished,
        "when anyone could have known: the public clock")
      let words = "on whose word: its sources"
      evidence =
        isDated
        ? .required("evidence", .list(.part(), atLeast: 1), words)
        : .optional("evidence", .list(.part()), default: [], words)
    }

    fileprivate static let ofContent = Tail(isDated: true, isPublished: true)
    fileprivate static let ofAmendments = Tail(isDated: false, isPublished: true)
    fileprivate static let ofOthers = Tail(isDated: false, isPublished: false)
  }
}

extension EventType {
  /// The common fields that follow the type's own: registrations and keys need no dates, and
  /// amendments only the day on which anyone could have known.
  var tail: Event.Tail {
    if isRegistration || isOfLog { return .ofOthers }
    return isAmendment ? .ofAmendments : .ofContent
  }
}
