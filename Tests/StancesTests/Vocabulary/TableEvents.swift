import JSON
import Stances

/// Events made from the table of fields: with only what must be there, or with all that can be.
enum TableEvents {
  enum Extent: CaseIterable { case minimal, full }

  typealias Members = [(name: String, value: JSONValue)]

  static func event(_ type: EventType, _ extent: Extent) -> Members {
    members(Vocabulary.fields(of: type), rules: Vocabulary.rules(of: type), extent).map {
      switch $0.name {
      case "type": (name: "type", value: .string(type.rawValue))
      case "v": (name: "v", value: .integer(Int64(Vocabulary.version(of: type))))
      default: $0
      }
    }
  }

  /// Reads an event as it would be read from a file.
  static func decode(_ members: Members) throws -> Event {
    try Event(JSONDocument(parsing: JSONValue.object(members).prettyBytes()))
  }

  /// A value of a shape; slugs are all alike, so that a replacement has the id that is corrected.
  static func value(of field: FieldDescription, _ extent: Extent) -> JSONValue {
    value(of: field.shape, named: field.name, extent)
  }

  private static func members(
    _ fields: [FieldDescription], rules: [FieldRule], _ extent: Extent
  ) -> Members {
    let chosen = Set(
      rules.compactMap { rule in
        switch rule {
        case .exactlyOne(let names), .atLeastOne(let names): names.first
        case .needs: nil
        }
      })
    let excluded = Set(
      rules.flatMap { rule in
        switch rule {
        case .exactlyOne(let names): Array(names.dropFirst())
        case .atLeastOne, .needs: [String]()
        }
      })
    return fields.filter { field in
      switch extent {
      case .minimal: field.isRequired || chosen.contains(field.name)
      case .full: !excluded.contains(field.name)
      }
    }.map { ($0.name, value(of: $0, extent)) }
  }

  private static func value(of shape: Shape, named name: String, _ extent: Extent) -> JSONValue {
    switch shape {
    case .text(let limit): .string(String(repeating: "é", count: extent == .full ? limit : 1))
    // A company is not merged into itself.
    case .slug: name == "merged_into" ? "another-slug" : "a-slug"
    case .date: "2022-03~"
    case .address: "https://example.org/a?b=c#d"
    case .market: "RU"
    case .term(let words): .string(words[0])
    case .decimal: "-7.70"
    case .boolean, .yes: true
    case .integer: 1
    case .pattern: patterned[name] ?? .null
    case .list(let item, let atLeast):
      extent == .minimal && atLeast == 0 ? [] : [value(of: item, named: name, extent)]
    case .part(let part): .object(members(part.fields, rules: part.rules, extent))
    case .translations: ["zh-Hant": "名", "ru": "Имя"]
    case .event: .object(event(.denial, extent))
    }
  }

  private static let vkey = "example.org/log+06262d5e+AbKEwVMU2GuNa0tUS49yRULz6xA2J2AgosL1b3H541Wx"

  private static let patterned: [String: JSONValue] = [
    "language": "zh-Hant", "grade": "B2", "hs": "847130", "wikidata": "Q160120",
    "origin": "example.org/log", "vkey": .string(vkey), "replaces": .string(vkey),
    "media": "text/html", "captured": "2022-05-06T09:00:00.5+02:00", "lei": "5493001KJTIIGC8Y1R12",
    "sha256": .string(String(repeating: "0a", count: 32)),
  ]
}
