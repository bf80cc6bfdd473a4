package import Stances

/// The way to one value of an event, as a CSV column or a flag names it: `evidence.2.publisher`.
struct FieldPath: Hashable {
  enum Step: Hashable {
    case member(String)
    /// An item of a list, counted from 0.
    case item(Int)
  }

  /// How the text of the value becomes JSON.
  enum Kind: Hashable {
    case text
    case boolean
    case integer
    /// A list; those of slugs and codes have no commas in their items.
    case list(isOfCodes: Bool)
    /// JSON text, for a whole event inside another.
    case event
  }

  let steps: [Step]
  let kind: Kind

  /// The path as a refusal of the decoder writes it: `evidence[1].publisher`.
  var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .item(let index): text += "[\(index)]"
      }
    }
  }
}

extension FieldPath {
  /// The same of an event that is a member of another.
  func inside(_ member: String) -> FieldPath {
    FieldPath(steps: [.member(member)] + steps, kind: kind)
  }

  /// Finds the field that a name with separators means in any of some types.
  init?(_ name: String, separatedBy separator: Character, in types: some Sequence<EventType>) {
    let words = name.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    for type in types {
      let fields = Vocabulary.fields(of: type)
      if let path = Self.find(words[...], separator, in: fields, behind: []) {
        self = path
        return
      }
    }
    return nil
  }

  private static func find(
    _ words: ArraySlice<String>, _ separator: Character, in fields: [FieldDescription],
    behind steps: [Step]
  ) -> FieldPath? {
    let matches = fields.lazy.compactMap { field in
      rest(of: words, separator, after: field.name).map { (field: field, rest: $0) }
    }
    guard let (field, rest) = matches.first else { return nil }
    let steps = steps + [.member(field.name)]
    switch field.shape {
    case .part(let part):
      return find(rest, separator, in: part.fields, behind: steps)
    case .list(.part(let part), _):
      let number = rest.first.flatMap { Int($0) }
      guard number ?? 1 >= 1, number ?? 1 <= 100 else { return nil }
      return find(
        number == nil ? rest : rest.dropFirst(), separator, in: part.fields,
        behind: steps + [.item((number ?? 1) - 1)])
    case .translations:
      // A language tag may hold the separator itself: `names-zh-Hant`.
      let language = rest.joined(separator: String(separator))
      guard !language.isEmpty else { return nil }
      return FieldPath(steps: steps + [.member(language)], kind: .text)
    case .text, .slug, .date, .address, .market, .term, .decimal, .pattern, .boolean, .yes,
      .integer, .list, .event:
      return rest.isEmpty ? FieldPath(steps: steps, kind: Kind(of: field.shape)) : nil
    }
  }
}

extension FieldPath {
  /// The words after those that name a field; nil if they name another.
  ///
  /// A flag has hyphens for the underscores of a name: `--wind-down`.
  private static func rest(
    of words: ArraySlice<String>, _ separator: Character, after name: String
  ) -> ArraySlice<String>? {
    if words.first?.lowercased() == name { return words.dropFirst() }
    guard separator == "-" else { return nil }
    let parts = name.split(separator: "_").map(String.init)
    guard words.map({ $0.lowercased() }).starts(with: parts) else { return nil }
    return words.dropFirst(parts.count)
  }
}

extension FieldPath.Kind {
  fileprivate init(of shape: Shape) {
    switch shape {
    case .boolean, .yes: self = .boolean
    case .integer: self = .integer
    case .event: self = .event
    case .list(let item, _):
      switch item {
      case .slug, .market, .term: self = .list(isOfCodes: true)
      default: self = .list(isOfCodes: false)
      }
    case .text, .slug, .date, .address, .market, .term, .decimal, .pattern, .part, .translations:
      self = .text
    }
  }
}

/// The names under which the values of an event can be given, in reading order.
package enum FieldNames {
  /// Every name of some types, without repetitions: `evidence.publisher`, `by.role`.
  static func all(of types: some Sequence<EventType>, separatedBy separator: String) -> [String] {
    var names: [String] = []
    for type in types {
      for leaf in leaves(of: type, separatedBy: separator) where !names.contains(leaf.name) {
        names.append(leaf.name)
      }
    }
    return names
  }

  /// The names that someone may mean who gives one that no field of some types has.
  ///
  /// Those of which it is the last part, as `publisher` is of `evidence.publisher`, the shortest
  /// three; else the most alike. All of them, and the one given, have the same `prefix`.
  static func nearest(
    to given: String, of types: some Sequence<EventType>, separatedBy separator: String,
    after prefix: String = ""
  ) -> [String] {
    let names = all(of: types, separatedBy: separator).map { prefix + $0 }
    let whole = names.filter { $0.hasSuffix(separator + given.dropFirst(prefix.count)) }
    return whole.isEmpty
      ? nearestNames(to: given, among: names)
      : Array(whole.sorted { $0.count < $1.count }.prefix(3))
  }

  /// A field of a type that holds a value.
  package struct Leaf {
    /// Its whole name; one by language represents all of them, as `names.en`.
    package let name: String
    /// What readers see of it.
    package let field: FieldDescription
    /// Whether every event of the type has to give it; an id is made if none is given.
    package let isRequired: Bool
  }

  /// The fields of a type that hold a value, in reading order.
  package static func leaves(of type: EventType, separatedBy separator: String) -> [Leaf] {
    Vocabulary.fields(of: type).flatMap { field in
      leaves(of: field, separator, isRequired: field.isRequired && field.name != "id")
    }
  }

  /// What holds between the fields of a type, and between those of its objects that every event needs:
  /// their names with a separator into objects.
  package static func rules(of type: EventType, separatedBy separator: String) -> [FieldRule] {
    Vocabulary.rules(of: type)
      + Vocabulary.fields(of: type).filter(\.isRequired).flatMap { field -> [FieldRule] in
        guard case .part(let part) = field.shape else { return [] }
        return part.rules.map { $0.inside(field.name, separator) }
      }
  }

  /// The same but for the type, which comes before them, and the version, which is today's.
  package static func leavesToGive(of type: EventType, separatedBy separator: String) -> [Leaf] {
    leaves(of: type, separatedBy: separator).filter { $0.name != "type" && $0.name != "v" }
  }

  /// The fields of a type that a person is asked for at once: those that every event needs, those of
  /// which one is needed, and those without which an event counts for little.
  package static func leavesToAskFor(of type: EventType, separatedBy separator: String) -> [Leaf] {
    let useful = ["level", "url", "title", "quote", "grade", "note"].map { name in
      ["level", "note"].contains(name) ? name : "evidence\(separator)\(name)"
    }
    let alternatives = rules(of: type, separatedBy: separator).flatMap { rule -> [String] in
      switch rule {
      case .exactlyOne(let names), .atLeastOne(let names): names
      case .needs: []
      }
    }
    return leavesToGive(of: type, separatedBy: separator).filter { leaf in
      leaf.isRequired || useful.contains(leaf.name)
        || alternatives.contains { leaf.name == $0 || leaf.name.hasPrefix($0 + separator) }
    }
  }

  private static func leaves(
    of field: FieldDescription, _ separator: String, isRequired: Bool
  ) -> [Leaf] {
    let name = separator == "-" ? field.name.replacing("_", with: "-") : field.name
    return switch field.shape {
    case .part(let part), .list(.part(let part), _):
      part.fields.flatMap { leaves(of: $0, separator, isRequired: isRequired && $0.isRequired) }
        .map {
          Leaf(name: "\(name)\(separator)\($0.name)", field: $0.field, isRequired: $0.isRequired)
        }
    case .translations:
      [Leaf(name: "\(name)\(separator)en", field: field, isRequired: isRequired)]
    case .text, .slug, .date, .address, .market, .term, .decimal, .pattern, .boolean, .yes,
      .integer, .list, .event:
      [Leaf(name: name, field: field, isRequired: isRequired)]
    }
  }
}

extension FieldRule {
  /// The same of the fields of an object.
  fileprivate func inside(_ name: String, _ separator: String) -> FieldRule {
    func inner(_ field: String) -> String { name + separator + field }
    return switch self {
    case .exactlyOne(let names): .exactlyOne(names.map(inner))
    case .atLeastOne(let names): .atLeastOne(names.map(inner))
    case .needs(let field, let other): .needs(inner(field), other: inner(other))
    }
  }
}
