import EventLog
import Stances
import Transparency

/// Proving one event of the whole log in its head, once the pages are in memory.
enum InclusionProofs {
  private static let rounds = 2_000
  private static let limit = Duration.milliseconds(1)

  static func measure(_ log: EventLog, head: Position) throws -> Measurement {
    let size = head.treeSize
    var chance = SeededChance(seed: 5)
    var spent: [Duration] = []
    try log.read { reader in
      let tree = try reader.treeHead(at: head)
      for _ in 0..<rounds {
        let index = UInt64(chance.below(Int(size)))
        let position = Position(treeSize: index + 1)
        var proof: InclusionProof?
        spent.append(try timed { proof = try reader.inclusionProof(of: position, inSize: size) })
        // What is measured must also be true.
        let leaf = try reader.leaves(index..<index + 1)[0]
        try proof?.verify(.leaf(leaf), in: tree)
      }
    }
    return Measurement(
      name: "one proof of inclusion", ours: milliseconds(spent.median),
      floor: "\(milliseconds(limit)) *", ratio: spent.median / limit, target: .atMost(1))
  }
}
