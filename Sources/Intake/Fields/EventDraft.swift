import JSON
import Stances

/// An event that is put together value by value, each from a cell or a flag.
///
/// The draft becomes JSON and is then read as any other event is, so that there is one decoder;
/// it remembers which cell or flag gave each value, so that a refusal can name it.
struct EventDraft: Sendable {
  private indirect enum Node: Sendable {
    case value(JSONValue)
    case members([(name: String, node: Node)])
    /// The items by number; numbers that were not given are left out.
    case items([(number: Int, node: Node)])
  }

  private var members: [(name: String, node: Node)] = []
  /// The paths of the draft's values and who gave them, in the order given.
  private var sources: [(path: FieldPath, source: Int)] = []

  /// Sets a member that no cell or flag gives.
  mutating func set(_ value: JSONValue, at name: String) {
    members.append((name, Self.node(of: value)))
  }

  /// Sets one value; `source` is the number of the cell or flag that gives it.
  mutating func set(_ value: JSONValue, at path: FieldPath, from source: Int) {
    if case .members(let changed) = Self.setting(value, at: path.steps[...], in: .members(members))
    {
      members = changed
    }
    sources.append((path, source))
  }

  /// Gives the members that go without saying: the type, where it is known, and today's version.
  mutating func setTypeAndVersion(_ type: EventType?) {
    if let type, !has("type") { members.append(("type", .value(.string(type.rawValue)))) }
    if !has("v") { members.append(("v", .value(.integer(Int64(currentVersion))))) }
  }

  private var currentVersion: Int {
    guard case .value(.string(let name))? = members.first(where: { $0.name == "type" })?.node,
      let type = EventType(rawValue: name)
    else { return 1 }
    return Vocabulary.version(of: type)
  }

  private func has(_ name: String) -> Bool {
    members.contains { $0.name == name }
  }

  /// The event as JSON.
  var json: JSONValue { Self.json(of: .members(members)) }

  /// The cell or flag behind a refused value: the one that gave it, or a part of it.
  ///
  /// What is missing has no source.
  func source(of refusal: EventError) -> Int? {
    var path = refusal.path
    switch refusal.reason {
    case .missing: return nil
    case .unknownField(let name, _, _): path += path.isEmpty ? name : ".\(name)"
    default: break
    }
    guard !path.isEmpty else { return nil }
    return sources.first { source in
      let given = jsonPath(of: source.path)
      return given == path || given.hasPrefix("\(path).") || given.hasPrefix("\(path)[")
        || path.hasPrefix("\(given).") || path.hasPrefix("\(given)[")
    }?.source
  }

  /// The path that a value has in the JSON: items move up where numbers before them are not given.
  private func jsonPath(of path: FieldPath) -> String {
    var steps: [FieldPath.Step] = []
    for (depth, step) in path.steps.enumerated() {
      guard case .item(let number) = step else {
        steps.append(step)
        continue
      }
      let before = path.steps[..<depth]
      let earlier = sources.compactMap { source -> Int? in
        guard source.path.steps.starts(with: before), source.path.steps.count > depth,
          case .item(let other) = source.path.steps[depth], other < number
        else { return nil }
        return other
      }
      steps.append(.item(Set(earlier).count))
    }
    return FieldPath(steps: steps, kind: path.kind).description
  }

  private static func setting(
    _ value: JSONValue, at steps: ArraySlice<FieldPath.Step>, in node: Node?
  ) -> Node {
    guard let step = steps.first else { return .value(value) }
    let rest = steps.dropFirst()
    switch step {
    case .member(let name):
      var members: [(name: String, node: Node)] = []
      if case .members(let present)? = node { members = present }
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index].node = setting(value, at: rest, in: members[index].node)
      } else {
        members.append((name, setting(value, at: rest, in: nil)))
      }
      return .members(members)
    case .item(let number):
      var items: [(number: Int, node: Node)] = []
      if case .items(let present)? = node { items = present }
      if let index = items.firstIndex(where: { $0.number == number }) {
        items[index].node = setting(value, at: rest, in: items[index].node)
      } else {
        items.append((number, setting(value, at: rest, in: nil)))
        items.sort { $0.number < $1.number }
      }
      return .items(items)
    }
  }

  /// A value that was there before, so that parts of it can be set.
  private static func node(of value: JSONValue) -> Node {
    switch value {
    case .object(let members): .members(members.map { ($0.name, node(of: $0.value)) })
    case .array(let items) where items.contains(where: \.isObject):
      .items(items.enumerated().map { ($0.offset, node(of: $0.element)) })
    default: .value(value)
    }
  }

  private static func json(of node: Node) -> JSONValue {
    switch node {
    case .value(let value): value
    case .members(let members): .object(members.map { ($0.name, json(of: $0.node)) })
    case .items(let items): .array(items.map { json(of: $0.node) })
    }
  }
}

extension JSONValue {
  /// The value that a text means in a field.
  ///
  /// A text that does not fit stays a text: the decoder then says what it expected.
  ///
  /// - Parameters:
  ///   - text: the text of the cell or flag.
  ///   - kind: what the field takes.
  ///   - separator: what separates the items of a list.
  /// - Throws: ``JSONError`` for an event in a cell that is no JSON.
  init(
    _ text: String, as kind: FieldPath.Kind, listSeparatedBy separator: Character = ";"
  ) throws(JSONError) {
    switch kind {
    case .text: self = .string(text)
    case .boolean:
      switch text.lowercased() {
      case "true", "yes": self = .bool(true)
      case "false", "no": self = .bool(false)
      default: self = .string(text)
      }
    case .integer: self = Int64(text).map(JSONValue.integer) ?? .string(text)
    case .list(let isOfCodes):
      // No code has a comma in it.
      self = JSONValue(text, listSeparatedBy: isOfCodes ? [separator, ","] : [separator])
    case .event: self = JSONValue(try JSONDocument(parsing: Array(text.utf8)).root)
    }
  }

  /// The list of the texts between separators, without the blanks around them; a backslash before
  /// a separator makes it part of a text.
  init(_ text: String, listSeparatedBy separators: Set<Character>) {
    var items = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        if !separators.contains(character), character != "\\" { items[items.count - 1] += "\\" }
        items[items.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if separators.contains(character) {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
    }
    if isEscaped { items[items.count - 1] += "\\" }
    let trimmed = items.map { String($0.trimmed()) }
    self = .array(trimmed.filter { !$0.isEmpty }.map(JSONValue.string))
  }
}

extension EventDraft {
  /// The draft read as an event, by the decoder that reads every event.
  ///
  /// `place` says where a source, or the draft as a whole, is.
  func proposal(
    line: Int, place: @escaping @Sendable (_ source: Int?) -> IntakeError.Place
  ) -> Proposal {
    do throws(JSONError) {
      let document = try JSONDocument(parsing: json.compactBytes())
      let draft = self
      return Proposal(
        document, line: line, WrittenEvent(source: nil) { place(draft.source(of: $0)) })
    } catch {
      return Proposal(
        line: line,
        content: .refused(
          .init(faults: [IntakeError(place: place(nil), sentence: "\(error.reason)")])))
    }
  }
}
