import Testing

@testable import Transparency

@Suite("Tiles")
struct TileTests {
  @Test("Seventy thousand leaves make the tiles of the format's example")
  func example() {
    let levels = TileCoverage(size: 70_000).levels
    #expect(levels.map(\.fullCount) == [273, 1, 0])
    #expect(levels.map(\.partialWidth) == [112, 17, 1])
    #expect(TileCoverage(size: 70_000).paths().count == 274 + 274 + 2 + 1)
    #expect(TileCoverage(size: 0).paths().isEmpty)
    #expect(
      TileCoverage(size: 256).paths().map(\.text)
        == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"])
  }

  @Test("A grown tree needs only the tiles that changed")
  func growth() {
    #expect(
      TileCoverage(size: 258).paths(since: 255).map(\.text) == [
        "tile/entries/000", "tile/entries/001.p/2", "tile/0/000", "tile/0/001.p/2",
        "tile/1/000.p/1",
      ])
    #expect(
      TileCoverage(size: 258).paths(since: 257).map(\.text)
        == ["tile/entries/001.p/2", "tile/0/001.p/2"])
    #expect(TileCoverage(size: 258).paths(since: 258).isEmpty)
    #expect(TileCoverage(size: 258).paths(since: 70_000).isEmpty, "a log does not shrink")
  }

  @Test("A tile of level 1 holds the hashes of the full tiles of level 0")
  func upperLevel() throws {
    let log = try MemoryLog((0..<520).map { [UInt8($0 >> 8), UInt8($0 & 255)] })
    for path in TileCoverage(size: 520).paths() {
      guard case .hashes(let level, let span) = path, level == 1 else { continue }
      let hashes = try log.tile(level: level, span)
      #expect(hashes.count == 2)
      for (index, hash) in hashes.enumerated() {
        let below = try #require(TileSpan(index: UInt64(index)))
        var range = CompactRange()
        for child in try log.tile(level: 0, below) { try range.append(child) }
        #expect(range.head.root == hash)
      }
    }
  }

  @Test("A leaf of 65,535 bytes fits into a bundle, a longer one does not")
  func entryLimit() throws {
    let greatest = Array(repeating: UInt8(7), count: 65_535)
    let span = try #require(TileSpan(index: 0, width: 2))
    let bundle = try EntryBundle.encode([greatest, []])
    #expect(Array(bundle.prefix(2)) == [0xFF, 0xFF])
    #expect(try EntryBundle.decode(bundle, span) == [greatest, []])
    #expect(throws: TileError.entryTooLong(65_536)) { try EntryBundle.encode([greatest + [7]]) }
  }

  @Test("Bundles and tiles with more, less or half of what their path says are refused")
  func wrongWidths() throws {
    let one = try #require(TileSpan(index: 0, width: 1))
    let two = try #require(TileSpan(index: 0, width: 2))
    let bundle = try EntryBundle.encode([[1], [2, 3]])
    #expect(throws: TileError.wrongLength(expected: 1, found: 2)) {
      try EntryBundle.decode(bundle, one)
    }
    for cut in [1, 2, 4, 6] {
      #expect(throws: TileError.cutOff) { try EntryBundle.decode(bundle.prefix(cut), two) }
    }
    #expect(throws: TileError.wrongLength(expected: 2, found: 1)) {
      try EntryBundle.decode(bundle.prefix(3), two)
    }
    let tile = try HashTile.encode([.leaf([1]), .leaf([2])])
    #expect(throws: TileError.wrongLength(expected: 32, found: 64)) {
      try HashTile.decode(tile, one)
    }
    #expect(throws: TileError.wrongLength(expected: 64, found: 63)) {
      try HashTile.decode(tile.dropLast(), two)
    }
    #expect(throws: TileError.badCount(0)) { try HashTile.encode([]) }
    #expect(throws: TileError.badCount(257)) {
      try EntryBundle.encode(Array(repeating: [], count: 257))
    }
    #expect(TileSpan(index: 0, width: 0) == nil)
    #expect(TileSpan(index: 0, width: 257) == nil)
  }

  @Test("Tiles that no tree reaches are refused")
  func outside() throws {
    let log = try MemoryLog([[1]])
    for (level, index) in [(0, UInt64.max), (8, 0), (-1, 0), (64, 0), (0, 1 << 56)] {
      let span = try #require(TileSpan(index: index))
      #expect(throws: TileError.outsideTree(.hashes(level: level, span))) {
        try log.tile(level: level, span)
      }
    }
  }
}
