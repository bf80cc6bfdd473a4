import Transparency

/// A path of a tile, a line end, the tile: both have one spelling.
func acceptsTile(_ bytes: [UInt8]) -> Bool {
  let parts = bytes.split(
    separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
  guard let text = String(validating: parts[0], as: UTF8.self),
    let path = try? TilePath(text)
  else { return false }
  hold(path.text.utf8.elementsEqual(parts[0]), "a tile has two paths")
  guard parts.count == 2 else { return true }
  let content = Array(parts[1])
  switch path {
  case .hashes(_, let span):
    guard let hashes = try? HashTile.decode(content, span) else { return true }
    hold(hashes.count == span.width, "a tile holds more or less than its width")
    hold(read("a tile") { try HashTile.encode(hashes) } == content, "a tile has two spellings")
  case .entries(let span):
    guard let entries = try? EntryBundle.decode(content, span) else { return true }
    hold(entries.count == span.width, "a bundle holds more or less than its width")
    hold(
      read("a bundle") { try EntryBundle.encode(entries) } == content, "a bundle has two spellings")
  }
  return true
}
