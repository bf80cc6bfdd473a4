package import Transparency

extension LogReader {
  /// The content of a tile or bundle of the log's tlog-tiles layout.
  package func tile(_ path: TilePath) throws -> [UInt8] {
    switch path {
    case .hashes(let level, let span):
      return try HashTile.encode(nodes().tile(level: level, span))
    case .entries(let span):
      guard let indices = span.items else { throw TileError.outsideTree(path) }
      return try EntryBundle.encode(leaves(indices))
    }
  }
}
