import HTTPTypes
import Reports
import Stances

/// The style and the script of the pages, at addresses that change with their content.
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

  /// Where pages find their style and script.
  static let delivery = Page.Delivery.served(style: style.address, script: replayScript.address)

  static let route = Route(
    "/static/{version}/{file}",
    Operation(
      method: .get, id: "staticFile", summary: "The style and the scripts of the pages.",
      parameters: [],
      outcomes: [
        .init(.ok, "The file, which never changes at this address.", nil),
        .problem(.notFound, "No such file, or not in this version."),
      ], handle: serve))

  private static func serve(_ call: Call) async throws -> WebAnswer {
    let file = [style, replayScript, liveScript].first { file in
      call.values == [file.version, file.name]
    }
    guard let file else { throw RequestRefusal.notFound(path: call.path) }
    return WebAnswer(
      .ok, file.mediaType, file.text.utf8,
      fields: [
        .cacheControl: "public, max-age=31536000, immutable", .eTag: "\"\(file.version)\"",
      ])
  }
}
