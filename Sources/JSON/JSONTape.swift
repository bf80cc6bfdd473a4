/// What a parser lays down of one text: its structure, and the strings that it had to decode.
///
/// A reader of many texts, one after the other, passes the same tape for each, so that its memory
/// is used again.
package struct JSONTape {
  /// The values and names in source order.
  var entries: [JSONTapeEntry] = []

  /// The decoded text of strings with escapes; their offsets count on from the source's end.
  var unescaped: [UInt8] = []

  /// Whether the text has no white space, no names out of order, and no string or number with more
  /// than one spelling: then it is canonical.
  var isPlain = false

  /// Reused by each object that must be sorted.
  var unsortedNames: [UInt32] = []

  /// Makes a tape with nothing on it.
  package init() {}

  /// Makes room for a text of a number of bytes and forgets the one before it.
  mutating func clear(forByteCount count: Int) {
    entries.removeAll(keepingCapacity: true)
    unescaped.removeAll(keepingCapacity: true)
    // Events have a value or name per ten bytes or so; more room is made if needed.
    entries.reserveCapacity(count / 10 + 4)
  }

  /// Lays a text down.
  ///
  /// - Throws: ``JSONError`` for the first thing that is not acceptable.
  package mutating func parse(
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

  /// Lends the text that was laid down, whose source is still in memory; what is lent is valid
  /// inside `body` and nowhere else.
  package func read<Result, Failure: Error>(
    _ source: UnsafeBufferPointer<UInt8>, _ body: (JSONText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try entries.withUnsafeBufferPointer { (entries) throws(Failure) in
      try unescaped.withUnsafeBufferPointer { (unescaped) throws(Failure) in
        try JSONText.lend(
          JSONText.Parts(
            source: source, unescaped: unescaped, tape: entries, firstLine: 1, isPlain: isPlain),
          to: body)
      }
    }
  }
}

/// What a JSON value is.
package enum JSONKind: UInt8, Sendable {
  /// Members, each a name and a value.
  case object
  /// Elements in order.
  case array
  /// Text.
  case string
  /// A number; see ``JSONNode/integer``.
  case number
  /// The literal `true`.
  case `true`
  /// The literal `false`.
  case `false`
  /// The literal `null`.
  case null
}

/// One value or member name on a document's tape.
///
/// The tape is the document in source order, depth first: a container is followed by all that it
/// holds, and a member is its name's entry followed by its value's.
struct JSONTapeEntry {
  /// The end of a chain of names, and "no name" in an empty object.
  static let none = UInt32.max

  /// What the value is; a name is a string.
  let kind: JSONKind

  /// The offset of the value's first byte in the source.
  let start: UInt32

  /// What more is known, by kind.
  ///
  /// For a string, the offset of its decoded text: `start + 1`, or beyond the source if the string
  /// has escapes. For an object, the index of its first name in canonical order. For a number, see
  /// ``isWrittenAsInteger``.
  var payload: UInt32 = 0

  /// Bytes of a string's text or of a number; members of an object; elements of an array.
  var count: UInt32 = 0

  /// The next entry.
  ///
  /// For a value, the index after everything in it. For a name, the next name of its object in
  /// canonical order.
  var link: UInt32 = 0

  /// Whether the source spells this string with escapes.
  var isEscaped: Bool { payload != start + 1 }

  /// Whether the source spells this number without fraction and exponent.
  var isWrittenAsInteger: Bool { payload == 1 }

  /// The range of a string's decoded text in the document's bytes.
  var text: Range<Int> { Int(payload)..<Int(payload) + Int(count) }

  /// The range of a number's digits, or of a string without escapes in its quotes, in the source.
  var source: Range<Int> {
    Int(start)..<Int(start) + Int(count) + (kind == .string ? 2 : 0)
  }
}
