import JSON

/// What a recorded event says in words, its tags among them.
///
/// Nothing of a registration, whose names are found as names, and nothing of a type that this program
/// does not know.
package struct RecordedTexts: Sendable {
  /// A text in one of an event's fields.
  package struct Item: Hashable, Sendable {
    /// The way to it: `evidence[0].quote`.
    package let path: String
    /// The text.
    package let text: String
  }

  /// What it says of what happened: of a correction, what it says instead of the event that it
  /// corrects.
  package private(set) var content: [Item] = []
  /// What a correction or a retraction says of itself: its reason, and remarks on it.
  package private(set) var ofAmendment: [Item] = []

  /// Reads the bytes that the log stores.
  package init(_ bytes: [UInt8]) {
    guard let document = try? JSONDocument(parsing: bytes, limits: .recordedEvent) else { return }
    (content, ofAmendment) = document.read { text in
      let root = text.root
      guard let type = root.recordedType else { return ([], []) }
      guard type.isAmendment else { return (root.texts(of: type), []) }
      let replacement = root["replacement"].flatMap { content in
        content.recordedType.map { content.texts(of: $0, at: "replacement.") }
      }
      return (replacement ?? [], root.texts(of: type))
    }
  }
}

extension JSONView {
  fileprivate var recordedType: EventType? { self["type"]?.string.flatMap(EventType.init) }

  fileprivate func texts(of type: EventType, at path: String = "") -> [RecordedTexts.Item] {
    var items: [RecordedTexts.Item] = []
    read(TextFields.ofTypes[type] ?? [], at: path, into: &items)
    return items
  }

  /// Reads the texts of an object, in the order of its fields.
  private func read(_ fields: [TextFields], at path: String, into items: inout [RecordedTexts.Item])
  {
    for field in fields {
      guard let member = members.first(where: { $0.isNamed(field.name) }) else { continue }
      member.value.read(field.content, at: path + field.name, into: &items)
    }
  }

  private func read(
    _ content: TextFields.Content, at path: String, into items: inout [RecordedTexts.Item]
  ) {
    switch content {
    case .text:
      if let string { items.append(RecordedTexts.Item(path: path, text: string)) }
    case .list(let element):
      for (index, value) in elements.enumerated() {
        value.read(element, at: "\(path)[\(index)]", into: &items)
      }
    case .part(let fields):
      read(fields, at: path + ".", into: &items)
    case .translations:
      for member in members {
        member.value.read(.text, at: "\(path).\(member.name)", into: &items)
      }
    }
  }
}

/// A field with texts in it; whatever the vocabulary declares as a text is one.
private struct TextFields: Sendable {
  indirect enum Content: Sendable {
    case text, translations
    case list(Content)
    case part([TextFields])
  }

  let name: String
  let content: Content

  /// Those of each type of events: none of a registration, whose texts are names.
  static let ofTypes: [EventType: [TextFields]] = Dictionary(
    uniqueKeysWithValues: EventType.allCases.filter { !$0.isRegistration }.map {
      ($0, fields(among: Vocabulary.fields(of: $0)))
    })

  private static func fields(among all: [FieldDescription]) -> [TextFields] {
    all.compactMap { field in
      content(of: field.shape).map { TextFields(name: field.name, content: $0) }
    }
  }

  private static func content(of shape: Shape) -> Content? {
    switch shape {
    case .text, .slug(of: TagKind.word): return .text
    case .translations: return .translations
    case .list(let element, _): return content(of: element).map(Content.list)
    case .part(let part):
      let fields = fields(among: part.fields)
      return fields.isEmpty ? nil : .part(fields)
    case .slug, .date, .address, .market, .term, .decimal, .boolean, .yes, .integer, .pattern,
      .event:
      return nil
    }
  }
}
