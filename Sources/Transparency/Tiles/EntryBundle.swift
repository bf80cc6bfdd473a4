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
