import Answers

/// All addresses of the site; what is not here is not served.
struct RouteTable: Sendable {
  let routes: [Route]

  /// The route of a path.
  struct Match: Sendable {
    let route: Route
    let path: String
    let values: [String]
    let format: Format
  }

  /// The whole interface.
  static let site = RouteTable(
    routes: QuestionRoutes.all + EventRoutes.all + LiveRoutes.all + MementoRoutes.all
      + SystemRoutes.all)

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
