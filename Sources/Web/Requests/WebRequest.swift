package import HTTPTypes

/// A request as the site answers it, whoever brought it.
package struct WebRequest: Sendable {
  let method: HTTPRequest.Method
  /// Path and query as in the request line.
  let target: String
  /// The host that was asked, with its port where it was given; nil where the request names none.
  let host: String?
  let fields: HTTPFields
  /// Reads the body up to so many bytes.
  let body: @Sendable (_ limit: Int) async throws -> [UInt8]

  /// A request whose body is read when it is asked for.
  package init(
    method: HTTPRequest.Method, target: String, host: String? = nil, fields: HTTPFields = [:],
    body: @escaping @Sendable (_ limit: Int) async throws -> [UInt8] = { _ in [] }
  ) {
    self.method = method
    self.target = target
    self.host = host
    self.fields = fields
    self.body = body
  }

  /// The target without its query.
  var path: String { String(target.prefix { $0 != "?" }) }

  /// Whether whoever asks reads pages: a browser, and not a program.
  var wantsPage: Bool {
    let accepted = fields[.accept] ?? ""
    guard let page = accepted.firstRange(of: "text/html") else { return false }
    guard let json = accepted.firstRange(of: "json") else { return true }
    return page.lowerBound < json.lowerBound
  }
}
