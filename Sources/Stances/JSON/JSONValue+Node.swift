extension JSONValue {
  /// The value that a document holds at a node.
  ///
  /// Numbers that are not integers become their source text: events hold none.
  package init(_ node: JSONNode) {
    self = node.document.read { JSONValue(JSONView(text: $0, index: node.index)) }
  }

  /// The same of a value that is lent.
  init(_ node: JSONView) {
    switch node.kind {
    case .object: self = .object(node.members.map { ($0.name, JSONValue($0.value)) })
    case .array: self = .array(node.elements.map(JSONValue.init))
    case .string: self = .string(node.string ?? "")
    case .number:
      self =
        node.integer.map(JSONValue.integer)
        ?? .string(String(decoding: node.canonicalBytes(), as: UTF8.self))
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .null: self = .null
    }
  }
}
