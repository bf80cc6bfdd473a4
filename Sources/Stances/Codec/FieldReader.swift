/// Reads the members of one JSON object by name and refuses those that nobody asked for.
struct FieldReader {
  let node: JSONNode
  /// The way to this object inside the event, with a trailing dot; empty for the event itself.
  let path: String
  /// What the object is called in a refusal.
  let owner: String
  private let fields: [Field]
  private var taken = 0

  init(_ node: JSONNode, path: String, owner: String, fields: [Field]) throws(EventRefusal) {
    self.node = node
    self.path = path
    self.owner = owner
    self.fields = fields
    guard node.kind == .object else {
      throw EventRefusal(
        position: node.position, path: String(path.dropLast()),
        reason: path.isEmpty ? .notAnObject : .wrongShape(expected: "an object"))
    }
  }

  /// The member of this name, if it is there.
  mutating func optional(_ name: StaticString) -> JSONNode? {
    guard let member = node[name] else { return nil }
    taken += 1
    return member
  }

  /// The member of this name, or a refusal that says what is missing.
  mutating func required(_ name: StaticString) throws(EventRefusal) -> JSONNode {
    guard let member = optional(name) else {
      throw EventRefusal(
        position: node.position, path: String(path.dropLast()),
        reason: .missing(field: "\(name)", of: owner))
    }
    return member
  }

  /// A refusal of the value of a member.
  func refusal(
    _ name: StaticString, _ member: JSONNode, _ reason: EventRefusal.Reason
  ) -> EventRefusal {
    EventRefusal(position: member.position, path: "\(path)\(name)", reason: reason)
  }

  /// Refuses the first member that no field has asked for.
  func finish() throws(EventRefusal) {
    guard taken < node.count else { return }
    let names = fields.map(\.name)
    for member in node.members where !names.contains(where: member.isNamed) {
      let name = member.name
      throw EventRefusal(
        position: member.key.position, path: String(path.dropLast()),
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
