extension Table {
  /// The Merkle tree over the events' bytes: its nodes in the order in which they come to be.
  ///
  /// `idx` is the number of the node in that order, dense from 0 (`MerkleNode.storageIndex`), so
  /// that an append writes at the end of the table and any old tree's proof is a few point reads.
  static let node = Table(
    name: "node",
    create: """
      CREATE TABLE node (
        idx INTEGER PRIMARY KEY,
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT
      """,
    keys: [["idx"]],
    // Dense as the positions are, so that no insert meets a row.
    replaceable: [],
    forbiddenInsert: "NEW.idx <> (SELECT coalesce(max(idx), -1) + 1 FROM node)")
}
