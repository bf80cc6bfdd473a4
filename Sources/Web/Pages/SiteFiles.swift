import HTTPTypes
import Reports
import Stances

/// The style, the scripts and the sign of the pages, at addresses that change with their content.
enum SiteFiles {
  /// A file that never changes under its address.
  struct File {
    let name: String
    let mediaType: String
    let text: String

    /// The hash of the content, which is part of the address.
    var version: String { String(fingerprint(text), radix: 16) }
    var address: String { "/static/\(version)/\(name)" }
  }

  static let style = File(
    name: "stance.css", mediaType: "text/css; charset=utf-8",
    text: StyleSheet.text + SiteStyle.text)
  static let replayScript = File(
    name: "replay.js", mediaType: "text/javascript; charset=utf-8", text: ReplayScript.text)
  static let liveScript = File(
    name: "live.js", mediaType: "text/javascript; charset=utf-8", text: LiveScript.text)
  /// Word above, deed below: the two lanes of a strip.
  static let icon = File(
    name: "icon.svg", mediaType: Form.svg.mediaType,
    text: """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">\
      <rect x="1" y="2" width="14" height="5" fill="#dbe7f3" stroke="#163a5f"/>\
      <rect x="1" y="9" width="14" height="5" fill="#2f5f9a" stroke="#163a5f"/></svg>

      """)
  static let iconLink: Markup = "<link rel=\"icon\" href=\"\(icon.address)\">\n"

  private static let all = [style, replayScript, liveScript, icon]

  /// Where pages find their style and script.
  static let delivery = Page.Delivery.served(style: style.address, script: replayScript.address)

  static let route = Route(
    "/static/{version}/{file}",
    Operation(
      method: .get, id: "staticFile", summary: "The style, the scripts and the sign of the pages.",
      parameters: [],
      outcomes: [
        .init(.ok, "The file, which never changes at this address.", nil),
        .problem(.notFound, "No such file, or not in this version."),
      ], handle: serve))

  private static func serve(_ call: Call) async throws -> WebAnswer {
    guard let file = all.first(where: { call.values == [$0.version, $0.name] }) else {
      throw RequestRefusal.notFound(path: call.path)
    }
    return WebAnswer(
      .ok, file.mediaType, file.text.utf8,
      fields: [
        .cacheControl: "public, max-age=31536000, immutable", .eTag: "\"\(file.version)\"",
      ])
  }
}
