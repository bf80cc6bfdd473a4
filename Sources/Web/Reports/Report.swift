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
  /// The picture of the answer, where it has one: without links it is the file of its own.
  var picture: (@Sendable (PictureLinks) -> Picture)?

  /// The answer in one form, to the byte what the command line writes for it.
  ///
  /// - Parameters:
  ///   - form: the form.
  ///   - clocks: the clocks as the links of a page carry them.
  ///   - frame: puts the site around a page.
  /// - Returns: the bytes.
  func bytes(as form: Form, clocks: String, on frame: (Page) -> String) -> [UInt8] {
    switch form {
    case .page: Array(frame(page(clocks: clocks)).utf8)
    case .json: json().prettyBytes() + [UInt8(ascii: "\n")]
    case .csv: Array(document().csv().utf8)
    case .md: Array(document().markdown().utf8)
    case .svg: Array((picture?(.none).file ?? "").utf8)
    }
  }

  /// The picture, whose parts lead to other pages, and the report under it.
  private func page(clocks: String) -> Page {
    let document = document()
    let links = PictureLinks(
      event: { PageLink.event($0).path + clocks },
      company: { PageLink.company($0, name: $0.text).path + clocks })
    let drawn: Markup =
      picture.map { "<figure class=\"drawn\">\($0(links).inline)</figure>\n" } ?? .empty
    return Page(title: document.title, query: document.query, body: drawn + document.markup)
  }
}
