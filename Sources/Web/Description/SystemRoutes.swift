import JSON
import EventLog
import HTTPTypes
import Stances

/// What the site says about itself.
enum SystemRoutes {
  static let all = [health, description, SiteFiles.route]

  private static let health = Route(
    "/health",
    Operation(
      method: .get, id: "health",
      summary: "Whether the log can be read, its head, and how far listeners lag.",
      parameters: [],
      outcomes: [
        .init(.ok, "The server is working.", "application/json", schema: "Health"),
        .problem(.serviceUnavailable, "The log cannot be read."),
      ], handle: tellHealth))

  private static let description = Route(
    "/openapi.json",
    Operation(
      method: .get, id: "openapi", summary: "This description of the interface.", parameters: [],
      outcomes: [.init(.ok, "OpenAPI 3.1.", "application/json")], handle: describe))

  private static func tellHealth(_ call: Call) async throws -> WebAnswer {
    let head = try call.site.log.head()
    let announced = call.site.live.announcedHead
    let json: JSONValue = [
      "status": "ok", "head": .integer(head.position.number),
      "recorded": head.recorded.map { .string($0.description) } ?? .null,
      "lag": .integer(Int64(max(0, head.position.count(after: announced)))),
      "version": .string(call.site.version),
    ]
    return WebAnswer(
      .ok, "application/json", json.prettyBytes() + [UInt8(ascii: "\n")],
      fields: [.cacheControl: "no-store"])
  }

  private static func describe(_ call: Call) async throws -> WebAnswer {
    let bytes = InterfaceDescription(
      routes: call.site.routes.routes, version: call.site.version
    ).json.prettyBytes()
    return WebAnswer(
      .ok, "application/json", bytes + [UInt8(ascii: "\n")],
      fields: [
        .cacheControl: "no-cache",
        .eTag: EntityTag(query: "openapi", version: call.site.version).text,
      ])
  }
}
