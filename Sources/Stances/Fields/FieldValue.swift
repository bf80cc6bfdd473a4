import JSON

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

/// The single values that a field can hold, each read from its JSON or refused with its place.
extension FieldValue {
  func text(limit: Int = TextLimit.line) throws(EventError) -> String {
    guard let text = node.string else { throw refusal(.wrongShape(expected: "a text: \"…\"")) }
    // Most texts begin with a letter, and the properties of a scalar take long to look up.
    guard
      text.utf8.first.map({ 0x21...0x7E ~= $0 }) ?? false
        || !text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    else { throw refusal(.empty) }
    // Counting scalars takes a pass over the text that few texts need.
    guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
      throw refusal(.tooLong(limit: limit))
    }
    return text
  }

  /// A text of a fixed shape, checked by `holds`; `expected` names the shape.
  func text(_ expected: String, where holds: (String) -> Bool) throws(EventError) -> String {
    let text = try text(limit: TextLimit.paragraph)
    guard holds(text) else { throw refusal(.badShape(found: text, expected: expected)) }
    return text
  }

  func slug<Kind>() throws(EventError) -> Identifier<Kind> {
    let text = try text(limit: TextLimit.paragraph)
    guard let slug = Identifier<Kind>(text) else { throw refusal(.notASlug(text)) }
    return slug
  }

  func date() throws(EventError) -> FuzzyDate {
    let text = try text()
    do {
      return try FuzzyDate(text)
    } catch {
      throw refusal(.badDate(error))
    }
  }

  func market() throws(EventError) -> Market {
    let text = try text()
    do {
      return try Market(code: text)
    } catch {
      throw refusal(.badMarket(error))
    }
  }

  func term<T: Term>(of table: TermTable<T>) throws(EventError) -> T {
    if let text = node.utf8, let term = table.term(spelled: text) { return term }
    let text = try text()
    let terms = table.values.map(\.term)
    throw refusal(
      .notOneOf(found: text, allowed: terms, nearest: nearestNames(to: text, among: terms)))
  }

  func boolean() throws(EventError) -> Bool {
    guard let value = node.bool else { throw refusal(.wrongShape(expected: "true or false")) }
    return value
  }

  /// The constant `true`: a mark that is omitted if it does not apply.
  func yes() throws(EventError) -> Bool {
    guard node.bool == true else {
      throw refusal(.wrongShape(expected: "true; omit it otherwise"))
    }
    return true
  }

  /// A whole number from 1.
  func count() throws(EventError) -> Int64 {
    guard let number = node.integer, number > 0 else {
      throw refusal(.wrongShape(expected: "a whole number from 1"))
    }
    return number
  }

  func decimal() throws(EventError) -> Decimal {
    guard let text = node.string else {
      throw refusal(.wrongShape(expected: "a decimal number as text: \"-7.7\""))
    }
    guard let value = Decimal(text) else { throw refusal(.notADecimal(text)) }
    return value
  }

  func address() throws(EventError) -> String {
    let text = try text(limit: TextLimit.paragraph)
    guard isWebAddress(text) else { throw refusal(.notAnAddress(text)) }
    return text
  }
}
