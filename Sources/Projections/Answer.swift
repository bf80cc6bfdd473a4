package import EventLog
package import Stances

/// An answer of a projection with the query that it answers.
///
/// The same query with the same `at` gives the same answer for ever: `at` is a position of an
/// append-only log, `head` names what the log held there, and `rules` the rules that were applied.
package struct Answer<Content: Sendable>: Sendable {
  /// The name of the rules, such as `stance/1`.
  package let rules: String
  /// The clocks of the query.
  package let clocks: Clocks
  /// The part of the log that was looked at.
  package let head: LogHead
  /// What the query found.
  package let content: Content

  /// An answer under the rules that are in force now.
  package init(clocks: Clocks, head: LogHead, content: Content) {
    rules = PostureRules.name
    self.clocks = clocks
    self.head = head
    self.content = content
  }

  /// An answer of a log, which names the log's head at the position of the query.
  package init(in log: LogReader, clocks: Clocks, content: Content) throws {
    self.init(clocks: clocks, head: try LogHead(in: log, at: clocks.at), content: content)
  }

  /// The same query's answer to another question.
  package func with<Other: Sendable>(_ content: Other) -> Answer<Other> {
    Answer<Other>(clocks: clocks, head: head, content: content)
  }
}
