/// What a parser lays down of one text: its structure, and the strings that it had to decode.
///
/// Whoever reads many texts one after the other gives the same tape for each, so that its memory is
/// used again.
struct JSONTape {
  /// The values and names in source order.
  var entries: [JSONTapeEntry] = []

  /// The decoded text of strings with escapes; their offsets count on from the source's end.
  var unescaped: [UInt8] = []

  /// Reused by each object that must be sorted.
  var unsortedNames: [UInt32] = []

  /// Makes room for a text of so many bytes and forgets the one before it.
  mutating func clear(forByteCount count: Int) {
    entries.removeAll(keepingCapacity: true)
    unescaped.removeAll(keepingCapacity: true)
    // Events have a value or name per ten bytes or so; more is found room for.
    entries.reserveCapacity(count / 10 + 4)
  }

  /// Lays a text down.
  ///
  /// - Throws: ``JSONError`` for the first thing that is not acceptable.
  mutating func parse(
    _ source: UnsafeBufferPointer<UInt8>, line: Int = 1, limits: JSONLimits
  ) throws(JSONError) {
    do {
      try JSONParser.parse(source, limits: limits, onto: &self)
    } catch {
      throw JSONError(
        position: JSONPosition(ofByte: error.offset, in: source, firstLine: line),
        reason: error.reason)
    }
  }

  /// Lends the text that was laid down, whose source still lies there; what is lent is valid inside
  /// `body` and nowhere else.
  func read<Result, Failure: Error>(
    _ source: UnsafeBufferPointer<UInt8>, _ body: (JSONText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try entries.withUnsafeBufferPointer { (entries) throws(Failure) in
      try unescaped.withUnsafeBufferPointer { (unescaped) throws(Failure) in
        try body(
          JSONText(source: source, unescaped: unescaped, tape: entries, firstLine: 1))
      }
    }
  }
}
