package import JSON
package import Stances

/// What is to change in an event that is recorded, and why: a correction that is not yet written out.
package struct ContentChange: Sendable {
  /// How it is given.
  package enum Given: Sendable {
    /// As flags of the event's type, and fields that are taken away: `until`, `evidence-2`. Flags
    /// that begin with `--correction-` are fields of the correction itself.
    case flags([String], without: [String])
    /// As the whole event, changed, or as the answer that shows it, changed within.
    case whole(JSONDocument)
    /// As a form that was filled in with the event, and changed; `source` is the position of the
    /// content that it was filled in with.
    case form(EventType, [String], source: Position)
  }

  let given: Given
  let reason: String
  let day: AmendmentDay

  /// A change, and why it is made.
  package init(_ given: Given, reason: String, day: AmendmentDay) {
    (self.given, self.reason, self.day) = (given, reason, day)
  }
}

/// What an event says now.
package struct StandingContent: Sendable {
  /// The event as it was recorded first.
  package let recorded: RecordedEvent
  /// What it says with its corrections, as it could be proposed today.
  package let content: JSONDocument
  /// The position that this comes from: the event's own, or that of a correction.
  package let source: Position
}

extension ContentChange {
  /// The flags of a correction's own fields begin with this.
  static let ownPrefix = "correction-"

  /// The correction that makes the change.
  ///
  /// - Parameters:
  ///   - standing: what the event says now.
  ///   - today: the day on which it is recorded.
  /// - Returns: the correction, without an id of its own if none is given.
  /// - Throws: ``AmendmentError``, ``FlagError``.
  func proposal(over standing: StandingContent, today: Day) throws -> Proposal {
    let id = standing.recorded.id
    var draft = EventDraft()
    var flags = FlagFields(noneOf: .correction)
    switch given {
    case .flags(let words, let without):
      guard let type = standing.content.root["type"]?.string.flatMap(EventType.init) else {
        throw AmendmentError.unknownType(id)
      }
      var content = JSONValue(standing.content.root)
      for name in without { content = try Self.clearing(name, of: type, in: content) }
      draft.set(content, at: "replacement")
      flags = try FlagFields(words, type: type, inside: "replacement", ownPrefix: Self.ownPrefix)
    case .form(let type, let words, let base):
      guard base == standing.source else {
        throw AmendmentError.changed(id, at: standing.source)
      }
      guard words.allSatisfy({ !$0.hasPrefix("--id=") || $0 == "--id=\(id)" }) else {
        throw AmendmentError.otherID(id)
      }
      flags = try FlagFields(
        ["--id=\(id)"] + words.filter { $0 != "--id=\(id)" }, type: type, inside: "replacement",
        ownPrefix: Self.ownPrefix)
      draft.set(
        .object([
          ("type", .string(type.rawValue)),
          ("v", .integer(Int64(Vocabulary.version(of: type)))),
        ]), at: "replacement")
    case .whole(let document):
      draft.set(JSONValue(try Self.event(in: document, over: standing)), at: "replacement")
    }
    draft.set(.string(id.text), at: "corrects")
    draft.set(.string(reason), at: "reason")
    if let published = try day.published(
      of: standing.recorded,
      replaced: flags.draft(over: draft)?["replacement"]?["published"]?.string, today: today,
      isGiven: flags.has("published"))
    {
      draft.set(.string(published), at: "published")
    }
    let proposal = flags.proposal(over: draft)
    if case .event(let event, _) = proposal.content,
      let replacement = try JSONDocument(parsing: event.canonicalBytes).root["replacement"],
      replacement.canonicalBytes() == standing.content.root.canonicalBytes()
    {
      throw AmendmentError.unchanged(id)
    }
    return proposal
  }

  /// The content without a field, or without one source of several.
  private static func clearing(
    _ name: String, of type: EventType, in content: JSONValue
  ) throws(AmendmentError) -> JSONValue {
    let fields = Vocabulary.fields(of: type)
    let name = name.replacing(/^--/, with: "").replacing(".", with: "-")
    let path: String
    if let field = fields.first(where: { $0.name.replacing("_", with: "-") == name }) {
      path = field.name
    } else if let leaf = FieldPath(name, separatedBy: "-", in: [type]) {
      path = leaf.description
    } else if let hyphen = name.lastIndex(of: "-"), let number = Int(name[hyphen...].dropFirst()),
      let field = fields.first(where: { $0.name.replacing("_", with: "-") == name[..<hyphen] }),
      case .list(.part, _) = field.shape
    {
      path = "\(field.name)[\(number - 1)]"
    } else {
      throw .noField(name, type: type)
    }
    guard content.has(path) else { throw .nothingToClear(name) }
    return content.replacing(at: path, with: nil)
  }

  /// The event in what is given as a whole: itself, or inside the answer of `stance show --json`.
  private static func event(
    in document: JSONDocument, over standing: StandingContent
  ) throws -> JSONNode {
    func shown(_ node: JSONNode) throws -> JSONNode {
      try JSONDocument(parsing: RecordedEvent.proposedBytes(of: node)).root
    }
    guard let data = document.root["data"], let event = data["event"]?["event"] else {
      return try shown(document.root)
    }
    let recorded = try shown(event)
    if let stands = data["stands"], stands.kind == .object,
      try recorded.canonicalBytes() == RecordedEvent.proposedBytes(of: standing.recorded.bytes)
    {
      return try shown(stands)
    }
    // Someone who changes what was recorded first would undo its correction without seeing it.
    guard standing.source == standing.recorded.position else {
      throw AmendmentError.formerChanged(standing.recorded.id)
    }
    return recorded
  }
}
