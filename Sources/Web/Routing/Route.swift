import Answers
import HTTPTypes

/// An address and what can be done there.
struct Route: Sendable {
  let template: PathTemplate
  let operations: [Operation]

  init(_ template: String, _ operations: Operation...) {
    self.template = PathTemplate(template)
    self.operations = operations
  }

  /// The methods that the address takes, as the `Allow` field lists them.
  var allowed: [String] {
    operations.flatMap { $0.method == .get ? ["GET", "HEAD"] : [$0.method.rawValue] } + ["OPTIONS"]
  }

  /// What a method does here; HEAD is GET without its content.
  func operation(for method: HTTPRequest.Method) -> Operation? {
    let method = method == .head ? .get : method
    return operations.first { $0.method == method }
  }

  /// Whether endings of the address name formats of the answer.
  var hasFormats: Bool { operations.contains { !$0.formats.isEmpty } }
}

/// The routes among which a request finds its own.
struct RouteTable: Sendable {
  let routes: [Route]

  /// The route of a path.
  struct Match: Sendable {
    let route: Route
    let path: String
    let values: [String]
    let format: Format
  }

  /// Finds the route of a path; an ending that names a format is taken off if a route has formats.
  func match(_ segments: [String]) -> Match? {
    if let last = segments.last, let (stem, format) = Format.ending(of: last),
      let match = match(segments.dropLast() + [stem], format, among: routes.filter(\.hasFormats))
    {
      return match
    }
    return match(segments, .html, among: routes)
  }

  private func match(_ segments: [String], _ format: Format, among routes: [Route]) -> Match? {
    for route in routes {
      guard let values = route.template.values(in: segments) else { continue }
      let path = "/" + segments.map(PercentCoding.encode).joined(separator: "/")
      return Match(route: route, path: path, values: values, format: format)
    }
    return nil
  }
}
