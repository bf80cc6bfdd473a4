import JSON
import Answers
import HTTPTypes
import Stances

/// The interface in the terms of OpenAPI 3.1, made of the routes themselves: what is not served is
/// not described, and the other way round.
struct InterfaceDescription {
  let routes: [Route]
  let version: String

  var json: JSONValue {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "stance", "version": .string(version),
        "summary": "What companies say and what they do about a market under political pressure.",
        "description": .string(Self.promise),
        "license": ["name": "MIT", "identifier": "MIT"],
      ],
      "servers": .array([["url": "/"]]),
      "paths": .object(paths),
      "components": [
        "schemas": .object(DescribedSchemas.all),
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
      ],
    ]
  }

  private static let promise = """
    Every answer names the rules and the log position by which it was made; the same query with \
    the same position (at) always gives the same bytes. Answers have a strong ETag and must be \
    revalidated. Problems are sent as application/problem+json (RFC 9457), or as a page to clients \
    that accept text/html. Each report and its formats have a time gate and a time map (RFC 7089) \
    for the log clock. Every address that answers GET also answers HEAD; all answer OPTIONS.
    """

  /// One path for each format of an answer, one for everything else.
  private var paths: [(name: String, value: JSONValue)] {
    routes.flatMap { route -> [(name: String, value: JSONValue)] in
      let formats = route.operations.first?.formats ?? []
      guard !formats.isEmpty else { return [(route.template.description, item(of: route, nil))] }
      return formats.map { (route.template.description + $0.suffix, item(of: route, $0)) }
    }
  }

  private func item(of route: Route, _ format: Format?) -> JSONValue {
    .object(
      route.operations.map { operation in
        (
          operation.method.rawValue.lowercased(),
          DescribedOperation(operation: operation, template: route.template, format: format).json
        )
      })
  }
}
