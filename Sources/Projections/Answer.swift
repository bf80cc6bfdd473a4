package import Stances

/// An answer of a projection with the query that it answers.
///
/// The same query with the same `at` gives the same answer for ever: `at` is a position of an
/// append-only log, and `rules` names the rules that were applied.
package struct Answer<Content: Sendable>: Sendable {
  /// The name of the rules, such as `stance/1`.
  package let rules: String
  /// The clocks of the query; `clocks.at` is also the size of the log that was looked at.
  package let clocks: Clocks
  /// What the query found.
  package let content: Content

  /// An answer under the rules that are in force now.
  package init(clocks: Clocks, content: Content) {
    rules = PostureRules.name
    self.clocks = clocks
    self.content = content
  }
}
