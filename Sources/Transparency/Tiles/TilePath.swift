/// Where a tile is, relative to the log's folder (c2sp.org/tlog-tiles).
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
  /// The number in groups of three digits, all but the last marked, and the width of a partial tile.
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
