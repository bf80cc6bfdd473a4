import JSON
import Stances
import Testing

@Suite("Vocabulary: the decoder keeps to the table of fields")
struct VocabularyDecoderTests {
  @Test(
    "Events with all that must be there, and with all that can be, decode",
    arguments: EventType.allCases, TableEvents.Extent.allCases)
  func decode(type: EventType, extent: TableEvents.Extent) throws {
    let event = try TableEvents.decode(TableEvents.event(type, extent))
    #expect(event.content.type == type)
    #expect((event.note == nil) == (extent == .minimal))
  }

  @Test("An event without one of its required fields is refused", arguments: EventType.allCases)
  func required(type: EventType) {
    for field in Vocabulary.fields(of: type) where field.isRequired {
      let event = TableEvents.event(type, .full).filter { $0.name != field.name }
      let owner = field.name == "type" ? "an event" : type.rawValue
      #expect(reason(of: event) == .missing(field: field.name, of: owner))
    }
  }

  @Test("A part without one of its required fields is refused", arguments: EventType.allCases)
  func requiredInParts(type: EventType) {
    for (name, part, isList) in parts(of: type) {
      for required in part.fields where required.isRequired {
        let rest = part.fields.filter { $0.name != required.name }
          .map { (name: $0.name, value: TableEvents.value(of: $0, .full)) }
        let event = replacing(name, by: isList ? [.object(rest)] : .object(rest), in: type)
        #expect(reason(of: event) == .missing(field: required.name, of: part.name))
      }
    }
  }

  @Test("A part with a field that it does not have is refused", arguments: EventType.allCases)
  func unknownInParts(type: EventType) {
    for (name, part, isList) in parts(of: type) {
      let members = part.fields.map { (name: $0.name, value: TableEvents.value(of: $0, .full)) }
      let spoiled = JSONValue.object(members + [(name: "stranger", value: true)])
      let event = replacing(name, by: isList ? [spoiled] : spoiled, in: type)
      #expect(
        reason(of: event) == .unknownField(name: "stranger", of: part.name, nearest: []))
    }
  }

  @Test(
    "A field that the type does not have is refused with the one that was meant, and its place",
    arguments: EventType.allCases)
  func unknown(type: EventType) {
    for field in Vocabulary.fields(of: type) {
      let misspelt = field.name + "x"
      let event = [(name: misspelt, value: JSONValue.integer(1))] + TableEvents.event(type, .full)
      let refusal = #expect(throws: EventError.self) { try TableEvents.decode(event) }
      #expect(refusal?.position == JSONPosition(line: 2, column: 3))
      guard case .unknownField(misspelt, type.rawValue, let nearest) = refusal?.reason else {
        Issue.record("\(misspelt) in \(type.rawValue): \(refusal?.description ?? "")")
        continue
      }
      #expect(nearest.contains(field.name))
    }
  }

  @Test("No field takes null, or an object with a stranger in it", arguments: EventType.allCases)
  func wrongShape(type: EventType) {
    for field in Vocabulary.fields(of: type) {
      for wrong: JSONValue in [.null, ["stranger": true]] {
        let event = replacing(field.name, by: wrong, in: type)
        let refusal = #expect(throws: EventError.self, "\(type.rawValue).\(field.name)") {
          try TableEvents.decode(event)
        }
        #expect(refusal?.path.hasPrefix(field.name) == true)
      }
    }
  }

  @Test("A closed set takes each of its words and no other", arguments: EventType.allCases)
  func closedSets(type: EventType) {
    for field in Vocabulary.ownFields(of: type) {
      guard case .term(let words) = field.shape else { continue }
      for word in words {
        #expect(throws: Never.self) {
          try TableEvents.decode(
            replacing(field.name, by: .string(word), in: type).filter {
              // A deep level speaks of the whole business.
              field.name != "level" || $0.name != "lines"
            })
        }
      }
      for word in allWords.subtracting(words).union(["Stay", "stay "]) {
        guard
          case .notOneOf(let found, let allowed, _) = reason(
            of: replacing(field.name, by: .string(word), in: type))
        else {
          Issue.record("\(field.name) of \(type.rawValue) took '\(word)'")
          continue
        }
        #expect((found, allowed) == (word, words))
      }
    }
  }

  @Test("A text is as long as its limit and no longer", arguments: EventType.allCases)
  func limits(type: EventType) {
    for field in Vocabulary.fields(of: type) {
      guard case .text(let limit) = field.shape else { continue }
      let long = JSONValue.string(String(repeating: "é", count: limit + 1))
      #expect(reason(of: replacing(field.name, by: long, in: type)) == .tooLong(limit: limit))
    }
  }

  private var allWords: Set<String> {
    let fields = EventType.allCases.flatMap { Vocabulary.ownFields(of: $0) }
    return Set(
      fields.flatMap { field -> [String] in
        guard case .term(let words) = field.shape else { return [] }
        return words
      })
  }

  /// The fields of a type that hold parts, one or a list of them.
  private func parts(of type: EventType) -> [(name: String, part: Part, isList: Bool)] {
    Vocabulary.fields(of: type).compactMap { field in
      switch field.shape {
      case .part(let part): (field.name, part, false)
      case .list(.part(let part), _): (field.name, part, true)
      default: nil
      }
    }
  }

  /// An event with another value for a field, instead of those that it excludes.
  private func replacing(
    _ name: String, by value: JSONValue, in type: EventType
  ) -> TableEvents.Members {
    let replaced = Vocabulary.rules(of: type).reduce(into: [name]) { names, rule in
      if case .exactlyOne(let alternatives) = rule, alternatives.contains(name) {
        names = alternatives
      }
    }
    return TableEvents.event(type, .full).map {
      replaced.contains($0.name) ? (name: name, value: value) : $0
    }
  }

  private func reason(of event: TableEvents.Members) -> EventError.Reason? {
    #expect(throws: EventError.self) { try TableEvents.decode(event) }?.reason
  }
}
