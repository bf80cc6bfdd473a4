import JSON
import Stances

/// What is given where a slug is wanted, and is none: the name of a company or body, perhaps.
struct GivenName: Hashable, Sendable {
  /// What the slug would name.
  enum Kind: String, Sendable { case company, body }

  let kind: Kind
  let text: String
  /// The way to it inside the event.
  let path: String
}

/// An event's JSON with other spellings of a value in the vocabulary's own.
///
/// Numbers where a decimal is wanted keep their digits as text, a SHA-256 gets lower case, an LEI and
/// a grade upper case: each of them can mean one thing only. Names where slugs are wanted are gathered, for
/// only the log knows whom they mean. An event without an id gets ``FaultFinder/placeholder`` for one, and the
/// replacement in a correction the id of what it replaces.
struct Mending {
  /// The event as the vocabulary spells it.
  private(set) var value: JSONValue = .null
  /// Whether anything is spelled in another way than it was.
  private(set) var isChanged = false
  /// The names where slugs are wanted.
  private(set) var names: [GivenName] = []
  /// Whether the event has no id of its own.
  private(set) var isUnnamed = false

  /// Mends an event; nil if it has a number that no text can take the place of.
  init?(_ event: JSONNode) {
    guard let mended = mended(event, asEventAt: "") else { return nil }
    value = mended
    if event.kind == .object, event["type"]?.string.flatMap(EventType.init) != nil {
      isUnnamed = event["id"] == nil
      if isUnnamed { name("id", FaultFinder.placeholder) }
      if let corrected = event["corrects"]?.string, let replacement = event["replacement"],
        replacement.kind == .object, replacement["id"] == nil
      {
        name("replacement.id", corrected)
      }
    }
  }

  /// Gives an id to what has none.
  private mutating func name(_ path: String, _ id: String) {
    value = value.replacing(at: path, with: .string(id))
    isChanged = true
  }

  private mutating func mended(_ node: JSONNode, asEventAt path: String) -> JSONValue? {
    guard let type = node["type"]?.string.flatMap(EventType.init) else { return plain(node) }
    // A registration brings its own slug into the log: nothing else can say which.
    let own = type == .companyRegistered ? "company" : type == .bodyRegistered ? "body" : nil
    return mended(node, Vocabulary.fields(of: type), at: path, own: own)
  }

  private mutating func mended(
    _ node: JSONNode, _ fields: [FieldDescription], at path: String, own: String? = nil
  ) -> JSONValue? {
    guard node.kind == .object else { return plain(node) }
    var members: [(name: String, value: JSONValue)] = []
    for member in node.members {
      let way = path.isEmpty ? member.name : "\(path).\(member.name)"
      let field = fields.first { $0.name == member.name && member.name != own }
      guard
        let value = field.map({ mended(member.value, $0.shape, at: way) }) ?? plain(member.value)
      else { return nil }
      members.append((member.name, value))
    }
    return .object(members)
  }

  private mutating func mended(_ node: JSONNode, _ shape: Shape, at path: String) -> JSONValue? {
    switch shape {
    case .part(let part): return mended(node, part.fields, at: path)
    case .event: return mended(node, asEventAt: path)
    case .list(let item, _):
      guard node.kind == .array else { return plain(node) }
      var items: [JSONValue] = []
      for (index, element) in node.elements.enumerated() {
        guard let value = mended(element, item, at: "\(path)[\(index)]") else { return nil }
        items.append(value)
      }
      return .array(items)
    case .decimal:
      guard let digits = node.digits else { return plain(node) }
      isChanged = true
      return .string(digits)
    case .pattern(_, let name):
      guard let text = node.string else { return plain(node) }
      let spelled =
        name == "LEI" || name == "Admiralty grade"
        ? text.uppercased() : name.hasPrefix("SHA-256") ? text.lowercased() : text
      isChanged = isChanged || !spelled.utf8.elementsEqual(text.utf8)
      return .string(spelled)
    case .slug(let kind):
      if let text = node.string, let kind = GivenName.Kind(rawValue: kind),
        CompanyID(text) == nil, !folded(text).isEmpty
      {
        names.append(GivenName(kind: kind, text: text, path: path))
      }
      return plain(node)
    case .text, .date, .address, .market, .term, .boolean, .yes, .integer, .translations:
      return plain(node)
    }
  }

  /// A value as it is; a fraction has no place in an event, and must not become a text unseen.
  private func plain(_ node: JSONNode) -> JSONValue? {
    Self.hasFraction(node) ? nil : JSONValue(node)
  }

  private static func hasFraction(_ node: JSONNode) -> Bool {
    switch node.kind {
    case .number: node.integer == nil
    case .array: node.elements.contains(where: hasFraction)
    case .object: node.members.contains { hasFraction($0.value) }
    case .string, .true, .false, .null: false
    }
  }
}

extension JSONValue {
  /// Whether something is at the end of a way such as `evidence[0].grade`.
  func has(_ path: String) -> Bool {
    path.split { $0 == "." || $0 == "[" || $0 == "]" }
      .reduce(Optional(self)) { value, step in
        switch value {
        case .object(let members)?: members.first { $0.name == step }?.value
        case .array(let items)?:
          Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
        default: nil
        }
      } != nil
  }

  /// Whether it is an object.
  var isObject: Bool { if case .object = self { true } else { false } }

  /// The value with another at the end of a way such as `evidence[0].grade`, which is made if it is
  /// not there; nil takes it away.
  func replacing(at path: String, with value: JSONValue?) -> JSONValue {
    let steps = path.split { $0 == "." || $0 == "[" || $0 == "]" }.map(String.init)
    return Self.replacing(steps[...], in: self, with: value) ?? self
  }

  private static func replacing(
    _ steps: ArraySlice<String>, in whole: JSONValue?, with value: JSONValue?
  ) -> JSONValue? {
    guard let step = steps.first else { return value }
    let rest = steps.dropFirst()
    if case .array(var items)? = whole, let index = Int(step) {
      guard items.indices.contains(index) else { return whole }
      if let changed = replacing(rest, in: items[index], with: value) {
        items[index] = changed
      } else {
        items.remove(at: index)
      }
      return .array(items)
    }
    var members: [(name: String, value: JSONValue)] = []
    if case .object(let present)? = whole { members = present }
    let place = members.firstIndex { $0.name == step }
    let changed = replacing(rest, in: place.map { members[$0].value }, with: value)
    switch (place, changed) {
    case (let place?, let changed?): members[place].value = changed
    case (let place?, nil): members.remove(at: place)
    case (nil, let changed?): members.append((step, changed))
    case (nil, nil): break
    }
    return .object(members)
  }
}

extension JSONNode {
  /// The value at the end of a way such as `evidence[0].grade`, or as much of the way as there is.
  func nearest(to path: String) -> JSONNode {
    var node = self
    for step in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }) {
      let next =
        node.kind == .array
        ? Int(step).flatMap { number in
          node.elements.indices.contains(number) ? node.elements[number] : nil
        }
        : node.members.first { $0.name == step }?.value
      guard let next else { return node }
      node = next
    }
    return node
  }
}
