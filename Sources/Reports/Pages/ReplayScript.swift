/// The one script of pages: the sliders of the replay.
package enum ReplayScript {
  /// The script as it is served.
  package static let text = """
    "use strict";
    """

  /// The script within a page.
  static let markup = Markup(stringLiteral: text)
}
