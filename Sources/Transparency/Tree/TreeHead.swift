/// The state of a log in two values: how many leaves it has, and the hash over all of them.
package struct TreeHead: Hashable, Sendable {
  /// The most leaves a tree may have, 2^63 − 1.
  package static let greatestSize = DecimalNumber.greatest

  /// The head of the tree without leaves.
  package static let empty = TreeHead(checkedSize: 0, root: .emptyRoot)

  /// The number of leaves.
  package let size: UInt64

  /// The Merkle tree hash over all leaves.
  package let root: MerkleHash

  /// A head that can exist: no tree is larger than 2^63 − 1, and the empty one has one root.
  package init(size: UInt64, root: MerkleHash) throws(TreeError) {
    guard size <= Self.greatestSize else { throw .sizeTooLarge(size) }
    guard size > 0 || root == .emptyRoot else { throw .wrongEmptyRoot }
    self.init(checkedSize: size, root: root)
  }

  init(checkedSize size: UInt64, root: MerkleHash) {
    self.size = size
    self.root = root
  }
}
