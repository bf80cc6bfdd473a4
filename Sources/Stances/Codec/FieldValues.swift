/// The values that fields hold, each read from a member and refused with its place.
extension FieldReader {
  mutating func text(_ name: StaticString, limit: Int = 300) throws(EventRefusal) -> String {
    try text(in: try required(name), name, limit: limit)
  }

  mutating func optionalText(
    _ name: StaticString, limit: Int = 300
  ) throws(EventRefusal) -> String? {
    guard let member = optional(name) else { return nil }
    return try text(in: member, name, limit: limit)
  }

  mutating func slug<Kind>(_ name: StaticString) throws(EventRefusal) -> Identifier<Kind> {
    try slug(in: try required(name), name)
  }

  mutating func optionalSlug<Kind>(
    _ name: StaticString
  ) throws(EventRefusal) -> Identifier<Kind>? {
    guard let member = optional(name) else { return nil }
    return try slug(in: member, name)
  }

  mutating func date(_ name: StaticString) throws(EventRefusal) -> FuzzyDate {
    try date(in: try required(name), name)
  }

  mutating func optionalDate(_ name: StaticString) throws(EventRefusal) -> FuzzyDate? {
    guard let member = optional(name) else { return nil }
    return try date(in: member, name)
  }

  mutating func market(_ name: StaticString) throws(EventRefusal) -> Market {
    try market(in: try required(name), name)
  }

  mutating func term<T: Term>(
    _ name: StaticString, among allowed: [T] = Array(T.allCases)
  ) throws(EventRefusal) -> T {
    try term(in: try required(name), name, among: allowed)
  }

  mutating func optionalTerm<T: Term>(
    _ name: StaticString, among allowed: [T] = Array(T.allCases)
  ) throws(EventRefusal) -> T? {
    guard let member = optional(name) else { return nil }
    return try term(in: member, name, among: allowed)
  }

  mutating func boolean(_ name: StaticString) throws(EventRefusal) -> Bool {
    try boolean(in: try required(name), name)
  }

  mutating func optionalBoolean(_ name: StaticString) throws(EventRefusal) -> Bool? {
    guard let member = optional(name) else { return nil }
    return try boolean(in: member, name)
  }

  mutating func optionalDecimal(_ name: StaticString) throws(EventRefusal) -> Decimal? {
    guard let member = optional(name) else { return nil }
    return try decimal(in: member, name)
  }

  mutating func decimal(_ name: StaticString) throws(EventRefusal) -> Decimal {
    try decimal(in: try required(name), name)
  }

  mutating func optionalAddress(_ name: StaticString) throws(EventRefusal) -> String? {
    guard let member = optional(name) else { return nil }
    let text = try text(in: member, name, limit: 4000)
    guard isWebAddress(text) else { throw refusal(name, member, .notAnAddress(text)) }
    return text
  }

  /// A text of a fixed shape, checked by `holds`; `expected` names the shape.
  mutating func optionalText(
    _ name: StaticString, _ expected: String, where holds: (String) -> Bool
  ) throws(EventRefusal) -> String? {
    guard let member = optional(name) else { return nil }
    let text = try text(in: member, name, limit: 300)
    guard holds(text) else {
      throw refusal(name, member, .badShape(found: text, expected: expected))
    }
    return text
  }

  // MARK: Lists

  mutating func texts(_ name: StaticString, atLeast: Int = 0) throws(EventRefusal) -> [String] {
    try list(name, atLeast: atLeast) { (reader, item) throws(EventRefusal) in
      try reader.text(in: item, name, limit: 300)
    }
  }

  mutating func slugs<Kind>(
    _ name: StaticString, atLeast: Int = 0
  ) throws(EventRefusal) -> [Identifier<Kind>] {
    try list(name, atLeast: atLeast) { (reader, item) throws(EventRefusal) in
      try reader.slug(in: item, name)
    }
  }

  /// The markets an event is about: at least one.
  mutating func markets() throws(EventRefusal) -> [Market] {
    let found = try marketList("markets", atLeast: 1)
    guard !found.isEmpty else { _ = try required("markets"); return [] }
    return found
  }

  mutating func marketList(
    _ name: StaticString, atLeast: Int
  ) throws(EventRefusal) -> [Market] {
    try list(name, atLeast: atLeast) { (reader, item) throws(EventRefusal) in
      try reader.market(in: item, name)
    }
  }

  /// The items of a list without duplicates; an absent list is empty.
  mutating func list<Item: Hashable>(
    _ name: StaticString, atLeast: Int,
    item read: (FieldReader, JSONNode) throws(EventRefusal) -> Item
  ) throws(EventRefusal) -> [Item] {
    guard let member = optional(name) else { return [] }
    guard member.kind == .array else {
      throw refusal(name, member, .wrongShape(expected: "a list, such as [\"…\"]"))
    }
    guard member.count >= atLeast else { throw refusal(name, member, .tooFew(atLeast: atLeast)) }
    var items: [Item] = []
    items.reserveCapacity(member.count)
    for element in member.elements {
      let item = try read(self, element)
      guard !items.contains(item) else {
        throw refusal(name, element, .repeated(element.string ?? "this item"))
      }
      items.append(item)
    }
    return items
  }

  // MARK: Single values

  func text(
    in member: JSONNode, _ name: StaticString, limit: Int
  ) throws(EventRefusal) -> String {
    guard let text = member.string else {
      throw refusal(name, member, .wrongShape(expected: "a text"))
    }
    guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { throw refusal(name, member, .empty) }
    guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
      throw refusal(name, member, .tooLong(limit: limit))
    }
    return text
  }

  func slug<Kind>(
    in member: JSONNode, _ name: StaticString
  ) throws(EventRefusal) -> Identifier<Kind> {
    let text = try text(in: member, name, limit: 1000)
    guard let slug = Identifier<Kind>(text) else { throw refusal(name, member, .notASlug(text)) }
    return slug
  }

  func date(in member: JSONNode, _ name: StaticString) throws(EventRefusal) -> FuzzyDate {
    let text = try text(in: member, name, limit: 300)
    do {
      return try FuzzyDate(text)
    } catch {
      throw refusal(name, member, .badDate(error))
    }
  }

  func market(in member: JSONNode, _ name: StaticString) throws(EventRefusal) -> Market {
    let text = try text(in: member, name, limit: 300)
    do {
      return try Market(code: text)
    } catch {
      throw refusal(name, member, .badMarket(error))
    }
  }

  private func term<T: Term>(
    in member: JSONNode, _ name: StaticString, among allowed: [T]
  ) throws(EventRefusal) -> T {
    let text = try text(in: member, name, limit: 300)
    guard let term = allowed.first(where: { $0.term == text }) else {
      let terms = allowed.map(\.term)
      throw refusal(
        name, member,
        .notOneOf(found: text, allowed: terms, nearest: nearestNames(to: text, among: terms)))
    }
    return term
  }

  private func boolean(in member: JSONNode, _ name: StaticString) throws(EventRefusal) -> Bool {
    guard let value = member.bool else {
      throw refusal(name, member, .wrongShape(expected: "true or false"))
    }
    return value
  }

  private func decimal(in member: JSONNode, _ name: StaticString) throws(EventRefusal) -> Decimal {
    let text = try text(in: member, name, limit: 300)
    guard let value = Decimal(text) else { throw refusal(name, member, .notADecimal(text)) }
    return value
  }
}
