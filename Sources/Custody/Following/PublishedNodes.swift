import Stances
import Transparency

/// The nodes of a published tree of one size, read from its tiles of hashes and not believed yet.
///
/// It keeps the last tile of each level: neighbours are asked for one after another.
final class PublishedNodes: NodeReader {
  private let log: PublishedLog
  private let size: UInt64
  private var kept: [Int: (span: TileSpan, hashes: [MerkleHash])] = [:]

  init(of log: PublishedLog, size: UInt64) {
    self.log = log
    self.size = size
  }

  func hash(at node: MerkleNode) throws -> MerkleHash {
    let (level, height) = node.level.quotientAndRemainder(dividingBy: 8)
    let first = node.index << UInt64(height)
    guard let span = TileSpan(holding: first, of: size >> UInt64(8 * level)) else {
      throw ProofError.leafOutsideTree(index: node.lastLeaf, size: size)
    }
    let start = Int(first % UInt64(TileSpan.fullWidth))
    let hashes = try tile(level, span)
    var range = CompactRange()
    for hash in hashes[start..<min(hashes.count, start + 1 << height)] { try range.append(hash) }
    guard range.size == 1 << UInt64(height), let root = range.hashes.first else {
      throw ProofError.leafOutsideTree(index: node.lastLeaf, size: size)
    }
    return root
  }

  private func tile(_ level: Int, _ span: TileSpan) throws -> [MerkleHash] {
    if let kept = kept[level], kept.span == span { return kept.hashes }
    let path = TilePath.hashes(level: level, span)
    guard let bytes = try log.tile(path) else { throw FollowError.missing(path.text) }
    do {
      let hashes = try HashTile.decode(bytes, span)
      kept[level] = (span, hashes)
      return hashes
    } catch {
      throw FollowError.badTile(path.text, reason: "\(error)")
    }
  }
}
