import JSON

/// Reads the members of one JSON object by name and refuses those that were not asked for.
struct FieldReader {
  /// The object itself.
  let object: FieldValue
  /// What the object is; its name and fields are looked up for a refusal only.
  private let record: any FieldRecord.Type
  private lazy var nameBits = object.node.nameBits
  private var taken = 0

  /// Reads an object as what it is.
  init(_ object: FieldValue, as record: any FieldRecord.Type) throws(EventError) {
    guard object.node.kind == .object else {
      throw object.refusal(.wrongShape(expected: "an object: {\"…\": …}"))
    }
    self.object = object
    self.record = record
  }

  /// The value of a field, or a refusal that says what is missing or wrong.
  mutating func read<Value>(_ field: Field<Value>) throws(EventError) -> Value {
    guard nameBits & field.bit != 0, let member = optional(field.key) else {
      guard let absent = field.absent else { throw missing(field.key) }
      return absent
    }
    return try field.read(member)
  }

  /// The member of this name, or a refusal that says what is missing.
  mutating func required(_ name: StaticString) throws(EventError) -> FieldValue {
    guard let member = optional(name) else { throw missing(name) }
    return member
  }

  /// Takes a member that may be left out.
  mutating func optional(_ name: StaticString) -> FieldValue? {
    guard let member = object.node[name] else { return nil }
    taken += 1
    return FieldValue(member)
  }

  private func missing(_ name: StaticString) -> EventError {
    object.refusal(.missing(field: "\(name)", of: record.name))
  }

  /// A refusal of a field's value as a whole.
  func refusal(of field: Field<some Sendable>, _ reason: EventError.Reason) -> EventError {
    (object.node[field.key].map(FieldValue.init) ?? object).refusal(reason)
  }

  /// Refuses the first member that no field has asked for.
  func finish() throws(EventError) {
    guard taken < object.node.count else { return }
    let names = record.known.map(\.name)
    for member in object.node.members where !names.contains(where: member.isNamed) {
      let name = member.name
      throw EventError(
        position: member.key.position, path: object.path,
        reason: .unknownField(
          name: name, of: record.name, nearest: nearestNames(to: name, among: names)))
    }
  }
}

extension JSONMemberView {
  /// Whether the member has this name, byte by byte: `String ==` would take NFC for NFD.
  func isNamed(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { utf8Name.isSame(as: $0) }
  }
}
