/// What asks for the parts of a list next to one that is shown.
package struct ListCursors: Hashable, Sendable {
  /// What to ask for what comes before it; nil if that is nothing.
  package let before: String?
  /// What to ask for what comes after it; nil if that is nothing.
  package let after: String?

  /// The cursors of a part.
  package init(before: String? = nil, after: String? = nil) {
    self.before = before
    self.after = after
  }

  /// Whether the part is the whole list.
  package var isWhole: Bool { before == nil && after == nil }
}
