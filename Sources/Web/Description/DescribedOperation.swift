import HTTPTypes
import JSON
import Stances

/// One operation in the terms of OpenAPI.
struct DescribedOperation {
  let operation: Operation
  let template: PathTemplate
  /// The form that the path's ending asks for; nil where it has none.
  let form: Form?

  var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("operationId", .string(id)), ("summary", .string(operation.summary)),
    ]
    let described = pathParameters + operation.parameters.map(\.described)
    if !described.isEmpty { members.append(("parameters", .array(described))) }
    if operation.method == .post {
      members.append(("requestBody", DescribedSchemas.submission))
      members.append(("security", .array([["token": .array([])]])))
    }
    members.append(("responses", responses))
    return .object(members)
  }

  private var id: String {
    guard let form, form != .page else { return operation.id }
    return operation.id + form.rawValue.uppercased().filter(\.isLetter)
  }

  private var pathParameters: [JSONValue] {
    template.names.map { name in
      .object(
        [
          ("name", .string(name)), ("in", "path"), ("required", true),
          ("schema", ["type": "string", "minLength": 1, "maxLength": 200]),
        ] + (Self.examples[name].map { [("example", .string($0))] } ?? []))
    }
  }

  /// What the founding events have of each kind.
  private static let examples = [
    "company": "lenovo", "market": "RU", "event": "lenovo-2022-03-halts-shipments",
  ]

  private var responses: JSONValue {
    var outcomes = operation.outcomes
    if !operation.parameters.isEmpty || !template.names.isEmpty,
      !outcomes.contains(where: { $0.status == .badRequest })
    {
      outcomes.append(.problem(.badRequest, "The address has no meaning here."))
    }
    return .object(
      outcomes.map { outcome in (String(outcome.status.code), response(of: outcome)) })
  }

  private func response(of outcome: Operation.Outcome) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [("description", .string(outcome.says))]
    let mediaType = outcome.status == .ok ? outcome.mediaType ?? form?.mediaType : outcome.mediaType
    if let mediaType {
      let plain = String(mediaType.prefix { $0 != ";" })
      let content: JSONValue = ["schema": schema(of: outcome, as: plain)]
      members.append(("content", .object([(plain, content)])))
    } else if outcome.status == .ok {
      members.append(("content", ["*/*": ["schema": ["type": "string"]]]))
    }
    return .object(members)
  }

  /// The shape of an outcome's content; charts and slides are JSON of other people's schemas.
  private func schema(of outcome: Operation.Outcome, as mediaType: String) -> JSONValue {
    guard mediaType.hasSuffix("json") else { return ["type": "string"] }
    let isForeign = outcome.mediaType == nil && (form == .timelinejs || form == .vegaLite)
    guard let name = outcome.schema, !isForeign else { return ["type": "object"] }
    return ["$ref": .string("#/components/schemas/\(name)")]
  }
}

extension Parameter {
  fileprivate var described: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("name", .string(name)), ("in", "query"), ("description", .string(summary)),
    ]
    members.append(
      ("schema", isList ? ["type": "array", "items": shape.schema] : shape.schema))
    return .object(members)
  }
}

extension Parameter.Shape {
  /// The shape as JSON Schema.
  fileprivate var schema: JSONValue {
    switch self {
    case .text(let pattern, let longest):
      .object(
        [("type", "string"), ("maxLength", .integer(Int64(longest)))]
          + (pattern.map { [("pattern", .string($0))] } ?? []))
    case .day:
      ["type": "string", "pattern": #"^(today|yesterday|-?[0-9]{4}-[0-9]{2}-[0-9]{2})$"#]
    case .number(let least, let most):
      .object(
        [("type", "integer"), ("minimum", .integer(least))]
          + (most.map { [("maximum", .integer($0))] } ?? []))
    case .choice(let words):
      ["type": "string", "enum": .array(words.map(JSONValue.string))]
    case .flag: ["type": "boolean"]
    }
  }
}
