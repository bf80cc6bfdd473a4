package import JSON

/// The vocabulary as a JSON Schema (draft 2020-12), for programs that write or check events.
///
/// It accepts today's versions only. Some rules are beyond a schema and are stricter in the
/// decoder: whether a date exists, check digits, which levels go with `lines`, what the log already
/// holds.
package enum EventSchema {
  /// The schema, generated from the table of fields.
  package static let document: JSONValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Events of stance",
    "description": .string(
      "One event: what a company says or does about a market, or what moves it. Generated from "
        + "the vocabulary; see README.md."),
    "oneOf": references(to: EventType.allCases),
    "$defs": .object(types + [contentEvent] + parts + SchemaTexts.definitions),
  ]

  private static let types: [(name: String, value: JSONValue)] = EventType.allCases.map { type in
    let schema = object(
      Vocabulary.fields(of: type), rules: Vocabulary.rules(of: type),
      description: Vocabulary.sentence(of: type),
      constants: [
        "type": .string(type.rawValue), "v": .integer(Int64(Vocabulary.version(of: type))),
      ])
    return (type.rawValue, schema)
  }

  private static let contentEvent: (name: String, value: JSONValue) = (
    "content_event",
    [
      "description": "An event other than a correction, retraction, capture or log_key.",
      "oneOf": references(to: EventType.allCases.filter { !$0.isAmendment && !$0.isOfLog }),
    ]
  )

  private static let parts: [(name: String, value: JSONValue)] = Vocabulary.parts.map { part in
    (part.name, object(part.fields, rules: part.rules, description: "\(part.words)."))
  }

  private static func references(to types: [EventType]) -> JSONValue {
    .array(types.map { reference(to: $0.rawValue) })
  }

  private static func reference(to definition: String) -> JSONValue {
    ["$ref": .string("#/$defs/\(definition)")]
  }

  private static func object(
    _ fields: [FieldDescription], rules: [FieldRule], description: String,
    constants: [String: JSONValue] = [:]
  ) -> JSONValue {
    let properties = fields.map { field in
      let shape =
        constants[field.name].map { [(name: "const", value: $0)] } ?? schema(of: field.shape)
      let words = (name: "description", value: JSONValue.string(field.words))
      return (name: field.name, value: JSONValue.object([words] + shape))
    }
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    var members: [(name: String, value: JSONValue)] = [
      ("description", .string(description)), ("type", "object"),
      ("properties", .object(properties)),
    ]
    if !required.isEmpty { members.append(("required", .array(required))) }
    if !rules.isEmpty { members.append(("allOf", .array(rules.map(schema(of:))))) }
    members.append(("additionalProperties", false))
    return .object(members)
  }

  private static func schema(of rule: FieldRule) -> JSONValue {
    func each(_ names: [String]) -> JSONValue {
      .array(names.map { ["required": [.string($0)]] })
    }
    return switch rule {
    case .exactlyOne(let names): ["oneOf": each(names)]
    case .atLeastOne(let names): ["anyOf": each(names)]
    case .needs(let name, let other): ["dependentRequired": [name: [.string(other)]]]
    }
  }

  private static func schema(of shape: Shape) -> [(name: String, value: JSONValue)] {
    switch shape {
    case .text(let limit):
      [("type", "string"), ("pattern", "\\S"), ("maxLength", .integer(Int64(limit)))]
    case .slug: [("$ref", "#/$defs/slug")]
    case .date: [("$ref", "#/$defs/date")]
    case .address: [("$ref", "#/$defs/address")]
    case .market: [("$ref", "#/$defs/market")]
    case .decimal: [("$ref", "#/$defs/decimal")]
    case .term(let words): [("enum", .array(words.map(JSONValue.string)))]
    case .boolean: [("type", "boolean")]
    case .yes: [("const", true)]
    case .integer: [("type", "integer"), ("minimum", 0)]
    case .pattern(let pattern, _): [("type", "string"), ("pattern", .string(pattern))]
    case .list(let item, let atLeast):
      [("type", "array"), ("items", .object(schema(of: item)))]
        + (atLeast > 0 ? [("minItems", .integer(Int64(atLeast)))] : [])
        + [("uniqueItems", true)]
    case .part(let part): [("$ref", .string("#/$defs/\(part.name)"))]
    case .translations:
      [
        ("type", "object"),
        ("propertyNames", ["pattern": .string(languageTagPattern)]),
        ("additionalProperties", .object(schema(of: .text(limit: TextLimit.line)))),
      ]
    case .event: [("$ref", "#/$defs/content_event")]
    }
  }
}
