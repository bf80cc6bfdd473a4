/// What an answer can be written as; the name is the ending of its address.
enum Form: String, CaseIterable, Sendable {
  /// A page, at the address without an ending.
  case page = ""
  case json
  case csv
  case md
  case svg
  case ics
  case atom
  case timelinejs
  case vegaLite = "vega-lite"

  /// What the bytes are.
  var mediaType: String {
    switch self {
    case .page: "text/html; charset=utf-8"
    case .json, .timelinejs, .vegaLite: "application/json"
    case .csv: "text/csv; charset=utf-8"
    case .md: "text/markdown; charset=utf-8"
    case .svg: "image/svg+xml"
    case .ics: "text/calendar; charset=utf-8"
    case .atom: "application/atom+xml"
    }
  }

  /// What stands behind the path in the address.
  var ending: String { self == .page ? "" : ".\(rawValue)" }

  /// Splits a path's last segment at its ending, where that names a form.
  static func ending(of segment: String) -> (stem: String, form: Form)? {
    guard let dot = segment.lastIndex(of: "."),
      let form = Form(rawValue: String(segment[segment.index(after: dot)...])), form != .page
    else { return nil }
    return (String(segment[..<dot]), form)
  }
}
