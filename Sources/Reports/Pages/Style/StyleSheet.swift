/// The one style sheet of all pages, on screen and on paper.
package enum StyleSheet {
  /// The style sheet as it is served.
  package static let text = [
    basics, documents, replay, PictureStyle.text, levels, print,
  ].joined(separator: "\n")

  /// The style sheet within a page.
  static let markup = Markup(stringLiteral: text)
}
