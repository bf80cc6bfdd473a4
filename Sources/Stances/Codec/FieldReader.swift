/// Reads the members of one JSON object by name and refuses those that nobody asked for.
struct FieldReader {
  /// What the object is; its name and fields are looked up for a refusal only.
  fileprivate enum Owner {
    case anyEvent
    case event(EventType)
    case part(@Sendable () -> Part)
  }

  /// The object itself.
  let object: FieldValue
  private let owner: Owner
  private var taken = 0

  /// Reads what events of all types have.
  init(ofEvent object: FieldValue) throws(EventError) {
    try self.init(object, owner: .anyEvent)
  }

  /// Reads an event of a type.
  init(_ object: FieldValue, as type: EventType) throws(EventError) {
    try self.init(object, owner: .event(type))
  }

  /// Reads an object inside an event.
  init(
    _ object: FieldValue, as part: @escaping @autoclosure @Sendable () -> Part
  ) throws(EventError) {
    try self.init(object, owner: .part(part))
  }

  private init(_ object: FieldValue, owner: Owner) throws(EventError) {
    guard object.node.kind == .object else {
      throw object.refusal(.wrongShape(expected: "an object: {\"…\": …}"))
    }
    self.object = object
    self.owner = owner
  }

  /// The member of this name, if it is there.
  mutating func optional(_ name: StaticString) -> FieldValue? {
    guard let member = object.node[name] else { return nil }
    taken += 1
    return FieldValue(member)
  }

  /// The member of this name, or a refusal that says what is missing.
  mutating func required(_ name: StaticString) throws(EventError) -> FieldValue {
    guard let member = optional(name) else {
      throw object.refusal(.missing(field: "\(name)", of: owner.name))
    }
    return member
  }

  /// Refuses the first member that no field has asked for.
  func finish() throws(EventError) {
    guard taken < object.node.count else { return }
    let names = owner.fields.map(\.name)
    for member in object.node.members where !names.contains(where: member.isNamed) {
      let name = member.name
      throw EventError(
        position: member.key.position, path: object.path,
        reason: .unknownField(
          name: name, of: owner.name, nearest: nearestNames(to: name, among: names)))
    }
  }
}

extension FieldReader.Owner {
  /// What the object is called in a refusal.
  fileprivate var name: String {
    switch self {
    case .anyEvent: "an event"
    case .event(let type): type.rawValue
    case .part(let part): part().name
    }
  }

  fileprivate var fields: [Field] {
    switch self {
    case .anyEvent: []
    case .event(let type): Vocabulary.fields(of: type)
    case .part(let part): part().fields
    }
  }
}

extension JSONMemberView {
  /// Whether the member has this name, byte by byte: `String ==` would take NFC for NFD.
  fileprivate func isNamed(_ name: String) -> Bool {
    utf8Name.elementsEqual(name.utf8)
  }
}
