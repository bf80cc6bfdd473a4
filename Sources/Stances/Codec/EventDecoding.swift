extension Event {
  /// Reads one event from its JSON object, lifting an older version to today's vocabulary.
  package init(_ document: JSONDocument) throws(EventRefusal) {
    try self.init(document.root, path: "")
  }

  /// - Parameter path: the way to this object, with a trailing dot; empty for the event itself.
  init(_ node: JSONNode, path: String) throws(EventRefusal) {
    guard node.kind == .object else {
      throw EventRefusal(
        position: node.position, path: String(path.dropLast()), reason: .notAnObject)
    }
    let type = try EventType(of: node, path: path)
    let version = try Upcasting.version(of: node, type: type, path: path)
    guard version == Vocabulary.version else {
      let lifted = try Upcasting.lift(node, type: type, from: version, path: path)
      do {
        self = try Event(lifted.root, type: type, writtenAs: version, path: path)
      } catch {
        // Places in the lifted text are not places in the text that was read.
        throw EventRefusal(position: node.position, path: error.path, reason: error.reason)
      }
      return
    }
    self = try Event(node, type: type, writtenAs: version, path: path)
  }

  private init(
    _ node: JSONNode, type: EventType, writtenAs version: Int, path: String
  ) throws(EventRefusal) {
    var reader = try FieldReader(
      node, path: path, owner: type.rawValue, fields: Vocabulary.fields(of: type))
    let id: EventID = try reader.slug("id")
    _ = reader.optional("type")
    _ = reader.optional("v")
    let content = try EventContent(type, from: &reader)
    let isDated = !type.isRegistration && !type.isAmendment
    let occurred =
      isDated ? try reader.date("occurred") : try reader.optionalDate("occurred")
    let published =
      type.isRegistration
      ? try reader.optionalDate("published") : try reader.date("published")
    let evidence = try reader.evidence(isRequired: isDated)
    let note = try reader.optionalText("note", limit: 4000)
    let tags: [Tag] = try reader.slugs("tags")
    try reader.finish()
    if case .correction(let correction) = content, correction.replacement.id != correction.corrects
    {
      throw EventRefusal(
        position: node.position, path: "\(path)replacement.id",
        reason: .correctionOfOther(id: correction.corrects.text))
    }
    self.init(
      id: id, version: version, content: content, occurred: occurred, published: published,
      evidence: evidence, note: note, tags: tags)
  }
}

extension EventType {
  /// The type that an event's JSON object names.
  init(of node: JSONNode, path: String) throws(EventRefusal) {
    guard let member = node["type"] else {
      throw EventRefusal(
        position: node.position, path: String(path.dropLast()),
        reason: .missing(field: "type", of: "an event"))
    }
    guard let name = member.string else {
      throw EventRefusal(
        position: member.position, path: "\(path)type", reason: .wrongShape(expected: "a text"))
    }
    guard let type = EventType(rawValue: name) else {
      throw EventRefusal(
        position: member.position, path: "\(path)type",
        reason: .unknownType(
          name: name, nearest: nearestNames(to: name, among: EventType.allCases.map(\.rawValue))))
    }
    self = type
  }
}

extension FieldReader {
  /// The sources behind an event: at least one where it is dated.
  fileprivate mutating func evidence(isRequired: Bool) throws(EventRefusal) -> [Evidence] {
    guard isRequired || node["evidence"] != nil else { return [] }
    let member = try required("evidence")
    guard member.kind == .array else {
      throw refusal("evidence", member, .wrongShape(expected: "a list of sources"))
    }
    guard !isRequired || member.count > 0 else {
      throw refusal("evidence", member, .tooFew(atLeast: 1))
    }
    var found: [Evidence] = []
    for (index, item) in member.elements.enumerated() {
      found.append(try Evidence(item, path: "\(path)evidence[\(index)]."))
    }
    return found
  }
}

extension Evidence {
  fileprivate init(_ node: JSONNode, path: String) throws(EventRefusal) {
    var reader = try FieldReader(node, path: path, owner: "evidence", fields: EvidenceFields.all)
    publisher = try reader.text("publisher")
    title = try reader.optionalText("title", limit: 1000)
    url = try reader.optionalAddress("url")
    archived = try reader.optionalAddress("archived")
    published = try reader.optionalDate("published")
    language = try reader.optionalText("language", "language tag (BCP 47)", where: isLanguageTag)
    quote = try reader.optionalText("quote", limit: 1000)
    sha256 = try reader.optionalText(
      "sha256", "SHA-256 (64 lower-case hexadecimal digits)", where: isSHA256)
    let code = try reader.optionalText(
      "grade", "Admiralty grade: a letter A to F and a digit 1 to 6, such as B2",
      where: { AdmiraltyGrade(code: $0) != nil })
    grade = code.flatMap(AdmiraltyGrade.init(code:)) ?? .notJudged
    try reader.finish()
  }
}
