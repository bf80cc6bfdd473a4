import JSON
import Answers
import HTTPTypes
import Stances

/// One operation in the terms of OpenAPI.
struct DescribedOperation {
  let operation: Operation
  let template: PathTemplate
  /// The format that the path's ending asks for; nil if it has none.
  let format: Format?

  var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("operationId", .string(id)), ("summary", .string(operation.summary)),
    ]
    let described = pathParameters + operation.parameters.map(\.described)
    if !described.isEmpty { members.append(("parameters", .array(described))) }
    if operation.method == .post {
      members.append(
        (
          "requestBody",
          operation.bodyForm.map(DescribedSchemas.form)
            ?? operation.bodySchema.map(DescribedSchemas.body) ?? DescribedSchemas.submission
        ))
    }
    if operation.method == .post && operation.bodyForm == nil || operation.needsToken {
      members.append(("security", .array([["token": .array([])]])))
    }
    members.append(("responses", responses))
    return .object(members)
  }

  private var id: String {
    guard let format, format != .html else { return operation.id }
    return operation.id + format.ending.uppercased().filter(\.isLetter)
  }

  private var pathParameters: [JSONValue] {
    template.names.map { name in
      let words = operation.pathParameters.first { $0.name == name }?.words
      return .object(
        [("name", .string(name)), ("in", "path"), ("required", true)]
          + (words.map { [("description", .string($0))] } ?? []) + [
            ("schema", ["type": "string", "minLength": 1, "maxLength": 200])
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
      outcomes.append(.problem(.badRequest, "The address is not valid."))
    }
    return .object(
      outcomes.map { outcome in (String(outcome.status.code), response(of: outcome)) })
  }

  private func response(of outcome: Operation.Outcome) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [("description", .string(outcome.says))]
    let mediaType = outcome.mediaType ?? (outcome.status == .ok ? format?.mediaType : nil)
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
    let isForeign =
      outcome.mediaType == nil
      && (format == .timelinejs || format == .vegaLite || format == .jsonFeed)
    guard let name = outcome.schema, !isForeign else { return ["type": "object"] }
    return ["$ref": .string("#/components/schemas/\(name)")]
  }
}

extension Parameter {
  fileprivate var described: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("name", .string(name)), ("in", "query"), ("description", .string(words)),
    ]
    members.append(
      (
        "schema",
        isList
          ? [
            "type": "array", "items": schema,
            "maxItems": .integer(Int64(Parameter.mostInAddress)),
          ] : schema
      ))
    return .object(members)
  }
}

extension Parameter {
  /// The values as JSON Schema.
  private var schema: JSONValue {
    switch shape {
    case .text(let longest): ["type": "string", "maxLength": .integer(Int64(longest))]
    case .slug: Self.text("[a-z0-9]+(-[a-z0-9]+)*", longest: 128)
    case .day: Self.text(paired("(\(Self.day))"), longest: 40)
    case .date: ["type": "string", "maxLength": 100]
    case .point:
      Self.text(
        paired("([0-9]{1,15}|\(Self.day)|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]+))"),
        longest: 82)
    case .market: Self.text("[A-Z]{2,3}(-[A-Z0-9]{2,3})?", longest: 6)
    case .grade: Self.text("[A-F][1-6]", longest: 2)
    case .number(let least, let most):
      .object(
        [("type", "integer"), ("minimum", .integer(least))]
          + (most.map { [("maximum", .integer($0))] } ?? []))
    case .choice(let words): ["type": "string", "enum": .array(words.map(JSONValue.string))]
    case .flag: ["type": "boolean"]
    }
  }

  /// The pattern of what is read as a day.
  private static let day =
    DayPhrase.words.joined(separator: "|") + "|-[0-9]{1,4}[dwmy]|-?[0-9]{4}(-[0-9]{2}){0,2}"

  /// The pattern of one value, or of two if the parameter takes two.
  private func paired(_ value: String) -> String {
    first == nil ? value : "\(value)([.][.]\(value))?"
  }

  private static func text(_ pattern: String, longest: Int64) -> JSONValue {
    ["type": "string", "maxLength": .integer(longest), "pattern": .string("^\(pattern)$")]
  }
}
