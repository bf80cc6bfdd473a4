import JSON
import Projections
import Reports
import Stances

/// One answer in all its forms, each written only when it is asked for.
struct Report: Sendable {
  /// The query as it was answered.
  let clocks: Clocks
  let document: @Sendable () -> Document
  let json: @Sendable () -> JSONValue
  /// The pages about what the answer names.
  var links: @Sendable () -> [PageLink] = { [] }
  /// The page around the answer; left out, the document's.
  var page: (@Sendable () -> Page)?
  /// The picture of the answer, where it has one.
  var picture: (@Sendable () -> Picture)?
  /// The calendar, feed or chart of the answer, where one is asked for.
  var feed: (@Sendable () -> [UInt8])?

  /// The answer in one form, to the byte what the command line writes for it; a page stands in the
  /// frame of the site.
  func bytes(as form: Form, on frame: (Page) -> String) -> [UInt8] {
    switch form {
    case .page: Array(frame(page?() ?? document().page).utf8)
    case .json: json().prettyBytes() + [UInt8(ascii: "\n")]
    case .csv: Array(document().csv().utf8)
    case .md: Array(document().markdown().utf8)
    case .svg: Array((picture?().file ?? "").utf8)
    case .ics, .atom, .timelinejs, .vegaLite: feed?() ?? []
    }
  }
}
