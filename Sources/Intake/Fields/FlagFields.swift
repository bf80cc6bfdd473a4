package import Errors
package import JSON
package import Stances

/// The fields of one event, given as flags: `--company lenovo --markets RU,BY --by-role supplier`.
///
/// A flag is a field's name, with hyphens into objects; `--evidence-2-publisher` begins a second
/// source. Lists are given by repeating the flag; those of slugs and codes also with commas.
/// `--disclosed` alone means true.
package struct FlagFields {
  private let type: EventType
  /// The type of the fields, if these are those of an event inside one of the type.
  private var inner: (type: EventType, member: String, ownPrefix: String)?
  private var flags: [(name: String, path: FieldPath, texts: [String])] = []

  /// Sorts the words behind the type into flags and values.
  package init(_ words: [String], type: EventType) throws(FlagError) {
    self.init(noneOf: type)
    try add(words)
  }

  /// Sorts words into the fields of an event that a correction has as a member, and, behind a prefix,
  /// those of the correction.
  init(
    _ words: [String], type: EventType, inside member: String, ownPrefix: String
  ) throws(FlagError) {
    self.init(noneOf: .correction)
    inner = (type, member, ownPrefix)
    try add(words)
  }

  /// No flags.
  init(noneOf type: EventType) { self.type = type }

  /// Whether a field of the event itself, not of one inside it, is given.
  func has(_ name: String) -> Bool {
    flags.contains { $0.path.steps.first == .member(name) }
  }

  private mutating func add(_ words: [String]) throws(FlagError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--"), word.count > 2 else { throw .notAFlag(word) }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let flag = String(parts[0])
      guard let path = path(of: String(flag.dropFirst(2))) else { throw unknown(flag) }
      if parts.count == 2 {
        try add(String(parts[1]), to: flag, path)
      } else if path.kind == .boolean,
        !["true", "false", "yes", "no"].contains(rest.first?.lowercased())
      {
        try add("true", to: flag, path)
      } else if let value = rest.popFirst() {
        try add(value, to: flag, path)
      } else {
        throw .missingValue(flag: flag)
      }
    }
  }

  /// The field that a flag means.
  private func path(of name: String) -> FieldPath? {
    guard let inner else { return FieldPath(name, separatedBy: "-", in: [type]) }
    guard name.hasPrefix(inner.ownPrefix) else {
      return FieldPath(name, separatedBy: "-", in: [inner.type])?.inside(inner.member)
    }
    return FieldPath(
      String(name.dropFirst(inner.ownPrefix.count)), separatedBy: "-", in: [type])
  }

  /// The flags with their values, in the order in which they were first given.
  package var given: [(flag: String, texts: [String])] { flags.map { ($0.name, $0.texts) } }

  /// What the flags give, though it may be no whole event; null if a value is no JSON.
  package var draft: JSONNode? { draft(over: EventDraft()) }

  /// The same, put over an event.
  func draft(over base: EventDraft) -> JSONNode? {
    guard let filled = try? filled(base) else { return nil }
    return try? JSONDocument(parsing: filled.json.compactBytes()).root
  }

  /// The event that the flags give, or that they make of one.
  func proposal(over base: EventDraft = EventDraft()) -> Proposal {
    do throws(IntakeError) {
      var draft = try filled(base)
      draft.setTypeAndVersion(type)
      let names = flags.map(\.name)
      return draft.proposal(line: 0) { index in index.map { .flag(names[$0]) } ?? .flags }
    } catch {
      return Proposal(line: 0, content: .refused(.init(faults: [error])))
    }
  }

  /// A draft with the values of the flags, or the first that is no JSON where an event is wanted.
  private func filled(_ base: EventDraft) throws(IntakeError) -> EventDraft {
    var draft = base
    for (index, flag) in flags.enumerated() {
      do throws(JSONError) {
        draft.set(try value(of: flag.texts, as: flag.path.kind), at: flag.path, from: index)
      } catch {
        throw IntakeError(place: .flag(flag.name), sentence: "\(error.reason)")
      }
    }
    return draft
  }

  private mutating func add(
    _ text: String, to flag: String, _ path: FieldPath
  ) throws(FlagError) {
    // A list of nothing says nothing.
    if case .list = path.kind, text.allSatisfy(\.isWhitespace) { throw .missingValue(flag: flag) }
    guard let index = flags.firstIndex(where: { $0.path == path }) else {
      flags.append((flag, path, [text]))
      return
    }
    guard case .list = path.kind else { throw .repeated(flag: flag) }
    flags[index].texts.append(text)
  }

  private func value(
    of texts: [String], as kind: FieldPath.Kind
  ) throws(JSONError) -> JSONValue {
    switch kind {
    case .list(isOfCodes: true):
      JSONValue(texts.joined(separator: ","), listSeparatedBy: [",", ";"])
    case .list(isOfCodes: false): .array(texts.map(JSONValue.string))
    case .text, .boolean, .integer, .event:
      try JSONValue(texts.joined(), as: kind)
    }
  }

  private func unknown(_ flag: String) -> FlagError {
    let type = inner?.type ?? type
    return .unknown(
      flag: flag, type: type.rawValue,
      nearest: FieldNames.nearest(to: flag, of: [type], separatedBy: "-", after: "--"))
  }
}

/// Why the flags of one event are not usable as they are.
package enum FlagError: StanceError, Hashable {
  /// A word where a flag is expected.
  case notAFlag(String)
  /// The type has no such field.
  case unknown(flag: String, type: String, nearest: [String])
  /// Nothing follows a flag that needs a value.
  case missingValue(flag: String)
  /// A flag that takes one value is given again.
  case repeated(flag: String)

  package var kind: ErrorKind { .usage }
}

extension FlagError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAFlag(let word):
      "'\(printable(word))' is not a flag; write --field value, and quote values with blanks"
    case .unknown(let flag, let type, let nearest):
      "\(type) has no flag \(printable(flag)); "
        + (didYouMean(nearest) ?? "'stance types \(type)' lists its fields")
    case .missingValue(let flag):
      "\(flag) needs a value after it"
    case .repeated(let flag):
      "\(flag) is given twice; it takes one value"
    }
  }
}
