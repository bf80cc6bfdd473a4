import GRDB
package import Stances
package import Transparency

/// The log's events under one root, each handed out only if its bytes lead to it.
///
/// For everything that shows events beside a root: without this, bytes that someone changed in the
/// file would be shown under a root that was never theirs.
package struct CheckedTree {
  private let log: LogReader
  private let lookup: LogLookup
  private let nodes: CheckedNodes<StoredNodes>

  fileprivate init(_ log: LogReader, under head: TreeHead) throws {
    self.log = log
    lookup = try LogLookup(log.database)
    nodes = try log.sound("its tree is not the one whose head was signed") {
      try CheckedNodes(log.nodes(), under: head)
    }
  }

  /// The bytes of the event at a position.
  ///
  /// - Throws: ``EventLogError``, also of the kind that says that the log was changed.
  package func leaf(at position: Position) throws -> [UInt8] {
    let bytes = try stored(at: position)
    try check(bytes, at: position)
    return bytes
  }

  /// The hash of the event at a position as a leaf, in base 64.
  package func leafHashText(at position: Position) throws -> String {
    String(decoding: try check(stored(at: position), at: position).base64, as: UTF8.self)
  }

  private func stored(at position: Position) throws -> [UInt8] {
    guard let bytes = try lookup.bytes(at: position) else {
      throw EventLogError.damaged(path: log.path, reason: "position \(position) is missing")
    }
    return bytes
  }

  /// Refuses bytes that are not those of the event at a position; answers their hash as a leaf.
  @discardableResult
  package func check(_ bytes: some Collection<UInt8>, at position: Position) throws -> MerkleHash {
    let hash = MerkleHash.leaf(bytes)
    try log.sound("the event at \(position) is not the one that its tree has") {
      guard let node = MerkleNode(level: 0, index: position.treeSize - 1) else {
        throw ProofError.leafOutsideTree(index: position.treeSize - 1, size: nodes.head.size)
      }
      let expected = try nodes.hash(at: node)
      guard hash == expected else { throw ProofError.wrongRoot(expected: expected, computed: hash) }
    }
    return hash
  }

  /// The content of a tile or bundle of the log's tlog-tiles layout.
  package func tile(_ path: TilePath) throws -> [UInt8] {
    switch path {
    case .hashes(let level, let span):
      let hashes = try log.nodes().tile(level: level, span)
      try check(hashes, atLevel: 8 * level, span, "the tree's nodes in \(path.text) were changed")
      return try HashTile.encode(hashes)
    case .entries(let span):
      guard let indices = span.items else { throw TileError.outsideTree(path) }
      let leaves = try log.leaves(indices)
      let places = "\(indices.lowerBound + 1) to \(indices.upperBound)"
      try check(
        leaves.map { MerkleHash.leaf($0) }, atLevel: 0, span,
        "the events at \(places) are not those that its tree has")
      return try EntryBundle.encode(leaves)
    }
  }

  private func check(
    _ hashes: [MerkleHash], atLevel level: Int, _ span: TileSpan, _ words: String
  ) throws {
    try log.sound(words) {
      try nodes.check(hashes, atLevel: level, from: span.items?.lowerBound ?? 0)
    }
  }
}

extension LogReader {
  /// The events of the log under a head.
  ///
  /// - Throws: ``EventLogError`` if the stored tree does not have this root.
  package func checkedTree(under head: TreeHead) throws -> CheckedTree {
    try CheckedTree(self, under: head)
  }

  /// The proof that the log grew from one head to another, checked.
  package func checkedGrowth(from old: TreeHead, to new: TreeHead) throws -> ConsistencyProof {
    try sound("its tree did not grow from \(old.size) events to the \(new.size) that were signed") {
      guard old != new, old.size > 0 else { return ConsistencyProof(hashes: []) }
      let proof = try consistencyProof(from: old.size, to: new.size)
      try proof.verify(from: old, to: new)
      return proof
    }
  }

  /// Refuses a log whose events since a signed head are not those of its tree: what is signed next
  /// vouches for each of them.
  ///
  /// Reads every event since then, and of those before only the nodes on the tree's right edge.
  ///
  /// - Returns: the head of the log.
  func check(eventsSince old: TreeHead) throws -> TreeHead {
    var tree = try CompactRange(size: old.size, from: nodes())
    let rows = try RawStatement(
      shared: """
        SELECT position, nodes, json FROM event WHERE position > ? ORDER BY position
        """, in: database)
    defer { rows.reset() }
    rows.bind(Position(treeSize: old.size), at: 1)
    while try rows.step() {
      let position = rows.position(0)
      let grown = try tree.append(.leaf(rows.bytes(2)))
      guard position.treeSize == tree.size, rows.bytes(1).elementsEqual(grown.flatMap(\.bytes))
      else {
        throw EventLogError.damaged(
          path: path, reason: "the event at \(position) is not the one that its tree has")
      }
    }
    let head = try treeHead()
    guard tree.head == head else {
      throw EventLogError.damaged(
        path: path, reason: "its tree does not have the root of its events")
    }
    return head
  }

  /// Runs a check of stored hashes; what does not lead to the root is damage.
  fileprivate func sound<Result>(
    _ words: @autoclosure () -> String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch is ProofError {
      throw EventLogError.damaged(path: path, reason: words())
    }
  }
}

extension EventLog {
  /// Refuses a log whose events since its last signed head are not those of its tree.
  package func checkUnsignedEvents() throws {
    _ = try read { log in
      try log.check(eventsSince: try log.lastCheckpoint()?.checkpoint.head ?? .empty)
    }
  }
}
