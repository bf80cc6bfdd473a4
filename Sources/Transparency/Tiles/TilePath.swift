/// The path of a tile, relative to the log's folder (c2sp.org/tlog-tiles).
package enum TilePath: Hashable, Sendable {
  /// A tile of hashes; level l holds the nodes of the tree's level 8·l.
  case hashes(level: Int, TileSpan)
  /// A bundle of leaves.
  case entries(TileSpan)

  /// The greatest level of tiles.
  package static let greatestLevel = 63

  /// The path, as in `tile/0/x001/x234/067.p/8`.
  package var text: String {
    switch self {
    case .hashes(let level, let span): "tile/\(level)/\(span.path)"
    case .entries(let span): "tile/entries/\(span.path)"
    }
  }

  /// Reads a path in its one canonical spelling.
  package init(_ text: String) throws(TileError) {
    let parts = Array(text.utf8).split(
      separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("tile".utf8),
      let span = TileSpan(path: parts[2])
    else { throw .badPath(text) }
    if parts[1].elementsEqual("entries".utf8) {
      self = .entries(span)
    } else if let level = DecimalNumber.decode(parts[1]), level <= Self.greatestLevel {
      self = .hashes(level: Int(level), span)
    } else {
      throw .badPath(text)
    }
  }
}

extension TileSpan {
  /// The number in groups of three digits, all but the last marked, and the width of a partial
  /// tile.
  var path: String {
    var groups = [Self.group(index % 1000)]
    var rest = index / 1000
    while rest > 0 {
      groups.insert("x" + Self.group(rest % 1000), at: 0)
      rest /= 1000
    }
    return groups.joined(separator: "/") + (width < Self.fullWidth ? ".p/\(width)" : "")
  }

  /// The span of a path's end, or nil if it is not what `path` writes.
  init?(path: ArraySlice<UInt8>) {
    var groups = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var width = Self.fullWidth
    if groups.count > 1, groups[groups.count - 2].suffix(2).elementsEqual(".p".utf8) {
      guard let partial = groups.popLast().flatMap({ DecimalNumber.decode($0) }),
        partial < Self.fullWidth
      else { return nil }
      width = Int(partial)
      groups[groups.count - 1] = groups[groups.count - 1].dropLast(2)
    }
    var index: UInt64 = 0
    for group in groups {
      guard let digits = UInt64(String(decoding: group.suffix(3), as: UTF8.self)) else {
        return nil
      }
      let (shifted, tooLarge) = index.multipliedReportingOverflow(by: 1000)
      let (sum, overflow) = shifted.addingReportingOverflow(digits)
      if tooLarge || overflow { return nil }
      index = sum
    }
    self.init(index: index, width: width)
    // Marks, signs and zeros in the wrong place show up when the path is written again.
    guard self.path.utf8.elementsEqual(path) else { return nil }
  }

  private static func group(_ number: UInt64) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}

/// A position among the tiles of one level, and how many of the tile's 256 places are taken.
package struct TileSpan: Hashable, Sendable {
  /// The places of a full tile.
  package static let fullWidth = 256

  /// The tile's number, from the left.
  package let index: UInt64

  /// The places taken, 1 to 256.
  package let width: Int

  /// The tile of this number, or nil if the width is not 1 to 256.
  package init?(index: UInt64, width: Int = fullWidth) {
    guard 1...Self.fullWidth ~= width else { return nil }
    self.index = index
    self.width = width
  }

  /// The tile that holds an item, of a row of this many items; nil if the row does not reach it.
  package init?(holding item: UInt64, of count: UInt64) {
    guard item < count else { return nil }
    index = item / UInt64(Self.fullWidth)
    width = Int(Swift.min(UInt64(Self.fullWidth), count - index * UInt64(Self.fullWidth)))
  }

  /// The numbers of the items in the tile, or nil if no row is that long.
  package var items: Range<UInt64>? {
    let (first, tooLarge) = index.multipliedReportingOverflow(by: UInt64(Self.fullWidth))
    let (end, overflow) = first.addingReportingOverflow(UInt64(width))
    return tooLarge || overflow ? nil : first..<end
  }
}
