/// The tiles that a tree of some size consists of (c2sp.org/tlog-tiles).
package struct TileCoverage: Hashable, Sendable {
  /// The number of leaves.
  package let size: UInt64

  /// One level of tiles.
  package struct Level: Hashable, Sendable {
    /// The level, from 0.
    package let level: Int
    /// How many hashes the level has.
    package let hashCount: UInt64
    /// How many tiles are full.
    package var fullCount: UInt64 { hashCount / UInt64(TileSpan.fullWidth) }
    /// How many hashes the last, partial tile has; 0 if there is none.
    package var partialWidth: Int { Int(hashCount % UInt64(TileSpan.fullWidth)) }

    /// The level's tiles from the one with a number on, left to right.
    func spans(from first: UInt64) -> some Sequence<TileSpan> {
      let end = fullCount + (partialWidth > 0 ? 1 : 0)
      return (first..<end).lazy.compactMap { index in
        TileSpan(index: index, width: index < fullCount ? TileSpan.fullWidth : partialWidth)
      }
    }
  }

  /// The tiles of a tree of this many leaves.
  package init(size: UInt64) {
    self.size = size
  }

  /// The levels that have hashes, the lowest first.
  ///
  /// Only full tiles are hashed into the level above.
  package var levels: [Level] {
    let counts = sequence(first: size) { $0 / UInt64(TileSpan.fullWidth) }.prefix { $0 > 0 }
    return counts.enumerated().map { Level(level: $0, hashCount: $1) }
  }

  /// The bundles and tiles to write when a tree has grown from an older size, in order of writing.
  ///
  /// Leaves come before hashes and lower levels before higher ones, so that a reader who finds a
  /// tile finds everything under it. The checkpoint comes after all of them.
  package func paths(since oldSize: UInt64 = 0) -> [TilePath] {
    guard oldSize < size else { return [] }
    let old = TileCoverage(size: oldSize).levels
    let grown = levels.map { level in
      let oldLevel = old.indices.contains(level.level) ? old[level.level] : nil
      let isSame = oldLevel?.hashCount == level.hashCount
      return (level.level, isSame ? [] : Array(level.spans(from: oldLevel?.fullCount ?? 0)))
    }
    let bundles = grown.first.map { $1.map(TilePath.entries) } ?? []
    return bundles + grown.flatMap { level, spans in spans.map { .hashes(level: level, $0) } }
  }
}
