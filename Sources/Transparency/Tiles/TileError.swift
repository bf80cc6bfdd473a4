package import Errors

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
