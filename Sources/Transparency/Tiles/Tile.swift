package import Errors

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

/// The content of a bundle of leaves: each with its length in front, two bytes big-endian.
package enum EntryBundle {
  /// The most bytes that a leaf may have.
  package static let greatestEntryLength = Int(UInt16.max)

  /// The bundle of some leaves, 1 to 256.
  package static func encode(_ entries: [[UInt8]]) throws(TileError) -> [UInt8] {
    guard 1...TileSpan.fullWidth ~= entries.count else { throw .badCount(entries.count) }
    var bytes: [UInt8] = []
    for entry in entries {
      guard let length = UInt16(exactly: entry.count) else { throw .entryTooLong(entry.count) }
      bytes += [UInt8(length >> 8), UInt8(length & 0xFF)] + entry
    }
    return bytes
  }

  /// The leaves of a bundle, which must be exactly as many as its span is wide.
  package static func decode(
    _ bytes: some Collection<UInt8>, _ span: TileSpan
  ) throws(TileError) -> [[UInt8]] {
    var rest = Array(bytes)[...]
    var entries: [[UInt8]] = []
    while !rest.isEmpty {
      guard rest.count >= 2 else { throw .cutOff }
      let length = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(2)
      guard rest.count >= length else { throw .cutOff }
      entries.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    guard entries.count == span.width else {
      throw .wrongLength(expected: span.width, found: entries.count)
    }
    return entries
  }
}

/// Why something is not a tile or not the path of one.
package enum TileError: StanceError, Hashable, Sendable {
  /// No tile is at such a path.
  case badPath(String)
  /// A tile of no items or of more than 256.
  case badCount(Int)
  /// More or fewer bytes or leaves than the tile's width asks for.
  case wrongLength(expected: Int, found: Int)
  /// A leaf of more bytes than a bundle can hold.
  case entryTooLong(Int)
  /// A bundle ends within a leaf.
  case cutOff
  /// No tree reaches this tile.
  case outsideTree(TilePath)

  package var kind: ErrorKind { .badData }
}

extension TileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badPath(let path):
      "'\(path)' is not the path of a tile; write it as in tile/0/x001/234 or tile/entries/000.p/8"
    case .badCount(let count):
      "a tile holds 1 to \(TileSpan.fullWidth) items, not \(count); split them among tiles"
    case .wrongLength(let expected, let found):
      "the tile holds \(found), but its width asks for \(expected); fetch it again"
    case .entryTooLong(let count):
      "a leaf may have \(EntryBundle.greatestEntryLength) bytes, not \(count); "
        + "record the content by its SHA-256"
    case .cutOff:
      "the bundle ends within a leaf; fetch it again"
    case .outsideTree(let path):
      "no tree reaches the tile \(path.text); ask for one that the log's size covers"
    }
  }
}
