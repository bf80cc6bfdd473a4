import Answers
import HTTPTypes
import Reports
import Stances

/// The style, scripts and icon of the pages, at addresses that change with their content.
enum SiteFiles {
  /// A file that never changes under its address.
  struct File {
    let name: String
    let mediaType: String
    let text: String

    init(_ name: String, _ mediaType: String, _ text: String) {
      self.name = name
      self.mediaType = mediaType
      self.text = text
    }

    init(_ name: String, _ mediaType: String, _ bytes: [UInt8]) {
      self.init(name, mediaType, String(decoding: bytes, as: UTF8.self))
    }

    /// The hash of the content, which is part of the address.
    var version: String { String(fingerprint(text), radix: 16) }
    var address: String { "/static/\(version)/\(name)" }
  }

  static let style = File(
    "stance.css", "text/css; charset=utf-8",
    Resources.pageStyle + "\n" + String(decoding: PackageResources.site_css, as: UTF8.self))
  static let pageScript = File("page.js", javaScript, Resources.pageScript)
  static let liveScript = File("live.js", javaScript, PackageResources.live_js)
  static let followScript = File("follow.js", javaScript, PackageResources.follow_js)
  static let deskScript = File("desk.js", javaScript, PackageResources.desk_js)
  static let formScript = File("form.js", javaScript, PackageResources.form_js)
  static let inboxScript = File("inbox.js", javaScript, PackageResources.inbox_js)
  /// Word above, deed below: the two lanes of a strip.
  static let icon = File("icon.svg", Format.svg.mediaType, PackageResources.icon_svg)
  static let iconLink: Markup = "<link rel=\"icon\" href=\"\(icon.address)\">\n"

  private static let all = [
    style, pageScript, liveScript, followScript, deskScript, formScript, inboxScript, icon,
  ]
  private static let javaScript = "text/javascript; charset=utf-8"

  /// The addresses of the pages' style and script.
  static let delivery = Page.Delivery.served(style: style.address, script: pageScript.address)

  static let route = Route(
    "/static/{version}/{file}",
    Operation(
      method: .get, id: "staticFile", summary: "The style, scripts and icon of the pages.",
      parameters: [],
      outcomes: [
        .init(.ok, "The file, which never changes at this address.", nil),
        .problem(.notFound, "No such file, or not in this version."),
      ], handle: serve))

  private static func serve(_ call: Call) async throws -> WebAnswer {
    guard let file = all.first(where: { call.values == [$0.version, $0.name] }) else {
      throw RequestError.notFound(path: call.path)
    }
    return WebAnswer(
      .ok, file.mediaType, file.text.utf8,
      fields: [
        .cacheControl: "public, max-age=31536000, immutable", .eTag: "\"\(file.version)\"",
      ])
  }
}
