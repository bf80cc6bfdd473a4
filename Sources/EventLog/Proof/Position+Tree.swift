package import Stances

/// Where a position meets a tree, which knows no events: the only place that makes one of the other.
extension Position {
  /// The size of the tree whose last leaf is the event at this position.
  package var treeSize: UInt64 { UInt64(clamping: number) }

  /// The position of the event that is the last leaf in a tree of this size.
  package init(treeSize: UInt64) {
    self.init(Int64(clamping: treeSize))
  }
}
