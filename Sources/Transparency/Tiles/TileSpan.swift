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
