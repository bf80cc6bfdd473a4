/// One value inside an event, and the way to it.
struct FieldValue {
  let node: JSONNode
  /// The way to the object that holds it, with a trailing dot; empty at the top.
  private let parent: String
  private let name: StaticString
  /// The place in a list.
  private let index: Int?

  /// The whole event.
  init(root: JSONNode) {
    self.init(root, parent: "", name: "")
  }

  init(_ node: JSONNode, parent: String, name: StaticString, index: Int? = nil) {
    self.node = node
    self.parent = parent
    self.name = name
    self.index = index
  }

  /// The way to it inside the event: `evidence[0].grade`; empty for the event itself.
  var path: String {
    index.map { "\(parent)\(name)[\($0)]" } ?? "\(parent)\(name)"
  }

  /// The way to something inside this value, given the way to it from here.
  func path(of inner: String) -> String {
    path.isEmpty || inner.isEmpty ? path + inner : "\(path).\(inner)"
  }

  /// A refusal of this value.
  func refusal(_ reason: EventRefusal.Reason) -> EventRefusal {
    EventRefusal(position: node.position, path: path, reason: reason)
  }

  /// The items of a list without duplicates.
  func list<Item: Hashable>(
    atLeast: Int = 0, of read: (FieldValue) throws(EventRefusal) -> Item
  ) throws(EventRefusal) -> [Item] {
    guard node.kind == .array else { throw refusal(.wrongShape(expected: "a list: […]")) }
    guard node.count >= atLeast else { throw refusal(.tooFew(atLeast: atLeast)) }
    var items: [Item] = []
    items.reserveCapacity(node.count)
    for (index, element) in node.elements.enumerated() {
      let value = FieldValue(element, parent: parent, name: name, index: index)
      let item = try read(value)
      guard !items.contains(item) else { throw value.refusal(.repeated(element.string)) }
      items.append(item)
    }
    return items
  }
}

// MARK: Lists of one kind

extension FieldValue {
  func texts(atLeast: Int = 0) throws(EventRefusal) -> [String] {
    try list(atLeast: atLeast) { (item) throws(EventRefusal) in try item.text() }
  }

  func slugs<Kind>(atLeast: Int = 0) throws(EventRefusal) -> [Identifier<Kind>] {
    try list(atLeast: atLeast) { (item) throws(EventRefusal) in try item.slug() }
  }

  func markets() throws(EventRefusal) -> [Market] {
    try list(atLeast: 1) { (item) throws(EventRefusal) in try item.market() }
  }
}
