import EventLog
import Stances
import TestSupport
import Testing
import Transparency

@Suite("The log's Merkle tree")
struct TreeTests {
  @Test("An empty log has the root of a tree without leaves")
  func empty() throws {
    let fixture = try LogFixture()
    #expect(try fixture.log.read { try $0.treeHead() } == .empty)
  }

  @Test("However events are batched, the root is that over their stored bytes, then and now")
  func heads() throws {
    let fixture = try LogFixture()
    var generator = SeededGenerator(seed: 7)
    var heads: [TreeHead] = []
    var names = (0..<70).map { company("firm-\($0)") }
    while !names.isEmpty {
      let count = Int.random(in: 1...9, using: &generator)
      try fixture.append(Array(names.prefix(count)))
      names = Array(names.dropFirst(count))
      heads.append(try fixture.log.read { try $0.treeHead() })
    }
    try fixture.log.read { log in
      let leaves = try log.leaves(0..<70)
      #expect(heads.last?.size == 70)
      for head in heads {
        #expect(head.root == reference(leaves[..<Int(head.size)]), "size \(head.size)")
        #expect(try log.treeHead(at: Position(treeSize: head.size)) == head)
      }
    }
  }

  @Test("Every event is proven in every later tree, and every tree in every later one")
  func proofs() throws {
    let fixture = try LogFixture()
    try fixture.append((0..<21).map { company("firm-\($0)") })
    try fixture.log.read { log in
      let leaves = try log.leaves(0..<21)
      for size in 1...UInt64(21) {
        let head = try log.treeHead(at: Position(treeSize: size))
        for position in 1...size {
          let proof = try log.inclusionProof(of: Position(treeSize: position), inSize: size)
          try proof.verify(.leaf(leaves[Int(position) - 1]), in: head)
        }
        for old in 1...size {
          try log.consistencyProof(from: old, to: size)
            .verify(from: log.treeHead(at: Position(treeSize: old)), to: head)
        }
      }
    }
  }

  @Test("A leaf is the event's bytes as they are recorded")
  func leaf() throws {
    let fixture = try LogFixture(company("dji"))
    let leaf = try fixture.log.read { try $0.leaves(0..<1)[0] }
    let text = String(decoding: leaf, as: UTF8.self)
    #expect(text.contains(#""recorded":"2022-05-06T"#))
    #expect(text.contains(#""recorder":"desk""#))
  }

  @Test("A dry run, a refused append and a repetition leave the tree unchanged")
  func unchanged() throws {
    let fixture = try LogFixture(company("dji"))
    let head = try fixture.log.read { try $0.treeHead() }
    try fixture.append([company("didi")], isDryRun: true)
    #expect(throws: AppendError.self) {
      try fixture.append([company("didi"), announcement("unheard-of", .exited, on: "2022-03-01")])
    }
    try fixture.append([company("dji")])
    #expect(try fixture.log.read { try $0.treeHead() } == head)
  }

  @Test(
    "A log whose tree is not that of its events takes no more of them",
    arguments: [
      "UPDATE event SET nodes = x'' WHERE position = 2",
      "UPDATE event SET nodes = zeroblob(96) WHERE position = 2",
    ])
  func damaged(sql: String) throws {
    let fixture = try LogFixture(company("dji"), company("didi"))
    try SQLiteShell.tamper(sql, with: fixture.path)
    #expect(throws: EventLogError.self) { try fixture.append([company("zte")]) }
  }

  /// MTH of RFC 6962 §2.1, word for word.
  private func reference(_ leaves: ArraySlice<[UInt8]>) -> MerkleHash {
    if leaves.count == 1 { return .leaf(leaves[leaves.startIndex]) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    return .node(reference(leaves.prefix(half)), reference(leaves.dropFirst(half)))
  }
}
