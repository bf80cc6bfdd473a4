/// The content of a tile of hashes: 32 bytes each, one after the other.
package enum HashTile {
  /// The tile of some hashes, 1 to 256.
  package static func encode(_ hashes: [MerkleHash]) throws(TileError) -> [UInt8] {
    guard 1...TileSpan.fullWidth ~= hashes.count else { throw .badCount(hashes.count) }
    return hashes.flatMap(\.bytes)
  }

  /// The hashes of a tile, which must be exactly as many as its span is wide.
  package static func decode(
    _ bytes: some Collection<UInt8>, _ span: TileSpan
  ) throws(TileError) -> [MerkleHash] {
    guard bytes.count == span.width * MerkleHash.byteCount else {
      throw .wrongLength(expected: span.width * MerkleHash.byteCount, found: bytes.count)
    }
    let bytes = Array(bytes)
    return stride(from: 0, to: bytes.count, by: MerkleHash.byteCount).compactMap { start in
      try? MerkleHash(bytes[start..<start + MerkleHash.byteCount])
    }
  }
}

extension NodeReader {
  /// The hashes of a tile, read from the nodes of the tree's level 8·level.
  package func tile(level: Int, _ span: TileSpan) throws -> [MerkleHash] {
    let outsideTree = TileError.outsideTree(.hashes(level: level, span))
    guard 0...TilePath.greatestLevel ~= level, let items = span.items else { throw outsideTree }
    return try items.map { item in
      guard let node = MerkleNode(level: 8 * level, index: item) else { throw outsideTree }
      return try hash(at: node)
    }
  }
}
