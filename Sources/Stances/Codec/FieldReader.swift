/// Reads the members of one JSON object by name and refuses those that nobody asked for.
struct FieldReader {
  /// The object itself.
  let object: FieldValue
  /// What the object is called in a refusal.
  private let owner: String
  private let fields: [Field]
  /// The way to the object's members.
  private let prefix: String
  private var taken = 0

  init(_ object: FieldValue, owner: String, fields: [Field]) throws(EventRefusal) {
    guard object.node.kind == .object else {
      throw object.refusal(.wrongShape(expected: "an object: {\"…\": …}"))
    }
    self.object = object
    self.owner = owner
    self.fields = fields
    let path = object.path
    prefix = path.isEmpty ? "" : "\(path)."
  }

  init(_ object: FieldValue, as part: Part) throws(EventRefusal) {
    try self.init(object, owner: part.name, fields: part.fields)
  }

  /// The member of this name, if it is there.
  mutating func optional(_ name: StaticString) -> FieldValue? {
    guard let member = object.node[name] else { return nil }
    taken += 1
    return FieldValue(member, parent: prefix, name: name)
  }

  /// The member of this name, or a refusal that says what is missing.
  mutating func required(_ name: StaticString) throws(EventRefusal) -> FieldValue {
    guard let member = optional(name) else {
      throw object.refusal(.missing(field: "\(name)", of: owner))
    }
    return member
  }

  /// Refuses the first member that no field has asked for.
  func finish() throws(EventRefusal) {
    guard taken < object.node.count else { return }
    let names = fields.map(\.name)
    for member in object.node.members where !names.contains(where: member.isNamed) {
      let name = member.name
      throw EventRefusal(
        position: member.key.position, path: object.path,
        reason: .unknownField(name: name, of: owner, nearest: nearestNames(to: name, among: names)))
    }
  }
}

extension JSONMember {
  /// Whether the member has this name, byte by byte: `String ==` would take NFC for NFD.
  fileprivate func isNamed(_ name: String) -> Bool {
    self.name.utf8.elementsEqual(name.utf8)
  }
}
