/// One value inside an event, valid as long as the text that holds it is lent.
struct FieldValue: BitwiseCopyable {
  let node: JSONView

  init(_ node: JSONView) {
    self.node = node
  }

  /// The way to it inside the event: `evidence[0].grade`; empty for the event itself.
  var path: String { node.path }

  /// The way to something inside this value, given the way to it from here.
  func path(of inner: String) -> String {
    let path = path
    return path.isEmpty || inner.isEmpty ? path + inner : "\(path).\(inner)"
  }

  /// A refusal of this value.
  func refusal(_ reason: EventError.Reason) -> EventError {
    EventError(position: node.position, path: path, reason: reason)
  }

  /// The items of a list without duplicates.
  func list<Item: Hashable>(
    atLeast: Int = 0, of read: (FieldValue) throws(EventError) -> Item
  ) throws(EventError) -> [Item] {
    guard node.kind == .array else { throw refusal(.wrongShape(expected: "a list: […]")) }
    guard node.count >= atLeast else { throw refusal(.tooFew(atLeast: atLeast)) }
    var items: [Item] = []
    items.reserveCapacity(node.count)
    for element in node.elements {
      let value = FieldValue(element)
      let item = try read(value)
      guard !items.contains(item) else { throw value.refusal(.repeated(element.string)) }
      items.append(item)
    }
    return items
  }
}

// MARK: Lists of one kind

extension FieldValue {
  func texts(atLeast: Int = 0) throws(EventError) -> [String] {
    try list(atLeast: atLeast) { (item) throws(EventError) in try item.text() }
  }

  func slugs<Kind>(atLeast: Int = 0) throws(EventError) -> [Identifier<Kind>] {
    try list(atLeast: atLeast) { (item) throws(EventError) in try item.slug() }
  }

  func markets() throws(EventError) -> [Market] {
    try list(atLeast: 1) { (item) throws(EventError) in try item.market() }
  }
}
