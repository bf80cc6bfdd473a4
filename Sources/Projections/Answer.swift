package import Stances

/// An answer of a projection with the query that it answers.
///
/// The same query with the same `at` always gives the same answer: `at` is a position of an
/// append-only log, `head` names what the log held there, and `rules` the rules that were applied.
package struct Answer<Content: Sendable>: Sendable {
  /// The name of the rules, such as `stance/1`.
  package let rules: String
  /// The clocks of the query.
  package let clocks: Clocks
  /// Which postures were asked for.
  package let choice: PostureChoice
  /// Which events were asked for.
  package let contents: ContentChoice
  /// The part of the log that was looked at.
  package let head: LogHead
  /// What the query found.
  package let content: Content

  /// An answer under the rules of its query.
  package init(
    clocks: Clocks, choice: PostureChoice = PostureChoice(),
    contents: ContentChoice = ContentChoice(), head: LogHead, content: Content
  ) {
    rules = clocks.rules.rawValue
    self.clocks = clocks
    self.choice = choice
    self.contents = contents
    self.head = head
    self.content = content
  }

  /// An answer to another question of the same query.
  package func with<Other: Sendable>(_ content: Other) -> Answer<Other> {
    Answer<Other>(
      clocks: clocks, choice: choice, contents: contents, head: head, content: content)
  }
}

/// The part of a log that an answer rests on: whose log, how many events, and the hash over them.
///
/// Anyone who has the log finds the same root for the same size, or the log was changed.
package struct LogHead: Hashable, Sendable {
  /// The name that the log's key binds it to; nil if these events name none.
  package let origin: String?
  /// How many events were looked at, from the first.
  package let size: Int64
  /// The root of the Merkle tree (RFC 6962) over their bytes, in base 64 as checkpoints spell it.
  package let root: String

  /// A head whose values are known.
  package init(origin: String?, size: Int64, root: String) {
    self.origin = origin
    self.size = size
    self.root = root
  }
}
