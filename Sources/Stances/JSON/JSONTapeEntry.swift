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

  /// The way on.
  ///
  /// For a value, the index behind all that it holds. For a name, the next name of its object in
  /// canonical order.
  var link: UInt32 = 0

  /// Whether the source spells this string with escapes.
  var isEscaped: Bool { payload != start + 1 }

  /// Whether the source spells this number without fraction and exponent.
  var isWrittenAsInteger: Bool { payload == 1 }

  /// Where a string's decoded text lies in the document's bytes.
  var text: Range<Int> { Int(payload)..<Int(payload) + Int(count) }

  /// Where a number's digits, or a string without escapes in its quotes, lie in the source.
  var source: Range<Int> {
    Int(start)..<Int(start) + Int(count) + (kind == .string ? 2 : 0)
  }
}
