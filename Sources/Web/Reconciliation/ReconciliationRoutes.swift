import Answers
import EventLog
import HTTPTypes
import JSON
import Projections
import Stances

/// The companies of the log for programs that match tables with it, such as OpenRefine: the
/// Reconciliation Service API of the W3C Community Group, version 0.2.
enum ReconciliationRoutes {
  static let all = [
    Route(
      "/reconcile",
      Operation(
        method: .get, id: "reconcile",
        summary: "Which companies rows of a table may mean (Reconciliation Service API 0.2).",
        parameters: [queries], outcomes: outcomes, isEmbeddable: true, handle: answer),
      Operation(
        method: .post, id: "reconcileRows",
        summary: "The same for more rows than an address can have.", parameters: [],
        bodyForm: "ReconciliationQueries", outcomes: outcomes + tooMuch,
        handle: answerForm))
  ]

  /// The rows, by keys of the client's choice.
  private static let queries = Parameter(
    "queries",
    "Rows as JSON, by any keys: {\"q0\": {\"query\": \"Lenovo\"}}; without it, what the service is.",
    .text(longest: 8_000))

  private static let outcomes: [Operation.Outcome] = [
    .init(.ok, "What the service is, or the candidates of each row.", "application/json"),
    .problem(.badRequest, "The rows are not what the interface takes."),
    .problem(.serviceUnavailable, "Too many questions at once, or the log cannot be read now."),
  ]

  private static let tooMuch: [Operation.Outcome] = [
    .problem(.contentTooLarge, "The body is too long."),
    .problem(.unsupportedMediaType, "The body is not a form."),
  ]

  private static func answer(_ call: Call) async throws -> WebAnswer {
    try await answer(call.given.text(queries), call)
  }

  private static func answerForm(_ call: Call) async throws -> WebAnswer {
    let type = call.request.fields[.contentType] ?? ""
    guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
      throw RequestError.unsupportedMediaType(given: type)
    }
    let (content, room) = try await call.body()
    defer { withExtendedLifetime(room) {} }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw RequestError.malformedRequest
    }
    let items = try RequestTarget("/reconcile?" + text).items
    guard let item = items.first(where: { $0.name == queries.name }) else {
      throw ParameterError.badValue(
        queries.name, sentence: "the form has no 'queries'; give rows as JSON by any keys")
    }
    return try await answer(item.value, call)
  }

  private static func answer(_ text: String?, _ call: Call) async throws -> WebAnswer {
    let site = call.site
    let today = site.clock.today()
    let rows = try text.map(ReconciliationRows.init)
    let origin = site.base.isEmpty ? call.request.host.map { "http://\($0)" } ?? "" : site.base
    let json = try await site.read { log -> JSONValue in
      let view = try LogView(of: log, on: Clocks(to: today, at: log.head))
      guard let rows else { return try manifest(of: view, at: origin) }
      return .object(
        try rows.queries.map { key, query in
          try log.checkTime()
          let found = try view.candidates(for: query)
          return (key, ["result": .array(found.map(\.json))])
        })
    }
    return WebAnswer(
      .ok, "application/json", json.prettyBytes() + [UInt8(ascii: "\n")],
      fields: [.cacheControl: "no-cache"])
  }

  /// What the service is.
  private static func manifest(of view: LogView, at origin: String) throws -> JSONValue {
    let title = try view.registration()?.title
    return [
      "versions": .array(["0.2"]),
      "name": .string("\(title.map { "\($0): " } ?? "")companies"),
      "identifierSpace": .string("\(origin)/company/"), "schemaSpace": "urn:x-stance:type:",
      "defaultTypes": .array([ReconciledCompany.type]),
      "view": ["url": .string("\(origin)/company/{{id}}")],
      "batchSize": .integer(Int64(ReconciliationRows.most)),
    ]
  }
}

extension ReconciledCompany {
  /// What all candidates are.
  fileprivate static let type: JSONValue = ["id": "company", "name": "Company"]

  fileprivate var json: JSONValue {
    let about = [country?.englishName, sector].compactMap(\.self).joined(separator: ", ")
    return .object(
      [
        ("id", .string(company.text)), ("name", .string(name)),
        ("type", .array([Self.type])), ("score", .integer(Int64(score))),
        ("match", .bool(isMatch)),
      ] + (about.isEmpty ? [] : [("description", .string(about))]))
  }
}
