/// All addresses of the site; what is not here is not served.
struct RouteTable: Sendable {
  let routes: [Route]

  /// The route of a path.
  struct Match: Sendable {
    let route: Route
    let path: String
    let values: [String]
    let form: Form
  }

  /// The whole interface.
  static let site = RouteTable(
    routes: ReportRoutes.all + EventRoutes.all + LiveRoutes.all + MementoRoutes.all
      + SystemRoutes.all)

  /// Finds the route of a path; an ending that names a form is taken off where a route has forms.
  func match(_ segments: [String]) -> Match? {
    if let last = segments.last, let (stem, form) = Form.ending(of: last),
      let match = match(segments.dropLast() + [stem], form, among: routes.filter(\.hasForms))
    {
      return match
    }
    return match(segments, .page, among: routes)
  }

  private func match(_ segments: [String], _ form: Form, among routes: [Route]) -> Match? {
    for route in routes {
      guard let values = route.template.values(in: segments) else { continue }
      let path = "/" + segments.map(PercentCoding.encode).joined(separator: "/")
      return Match(route: route, path: path, values: values, form: form)
    }
    return nil
  }
}
