/// One value of a document; a light handle that keeps its document alive.
package struct JSONNode: Sendable {
  let document: JSONDocument
  let index: Int

  var entry: JSONTapeEntry { document.tape[index] }

  /// What the value is.
  package var kind: JSONKind { entry.kind }

  /// The place of the value's first character.
  package var position: JSONPosition { document.position(ofByte: Int(entry.start)) }

  /// The text of a string, decoded, as UTF-8; `nil` for anything else.
  package var utf8: ArraySlice<UInt8>? {
    let entry = entry
    return entry.kind == .string ? document.bytes[entry.text] : nil
  }

  /// The text of a string; `nil` for anything else.
  ///
  /// Compare names and codes with ``matches(_:)``: `String` holds differing spellings of "é" equal.
  package var string: String? {
    utf8.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether this is a string of exactly these bytes.
  package func matches(_ text: StaticString) -> Bool {
    let entry = entry
    guard entry.kind == .string, Int(entry.count) == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { document.bytes[entry.text].elementsEqual($0) }
  }

  /// Whether this is `true` or `false`, and which; `nil` for anything else.
  package var bool: Bool? {
    switch kind {
    case .true: true
    case .false: false
    case .object, .array, .string, .number, .null: nil
    }
  }

  /// A number that is an integer within ±(2^53 − 1), in any spelling; `nil` for anything else.
  ///
  /// `1`, `1.0` and `1e0` are one value, as they are in canonical bytes.
  package var integer: Int64? {
    let entry = entry
    guard entry.kind == .number else { return nil }
    if entry.isWrittenAsInteger {
      return Int64(String(decoding: document.bytes[entry.source], as: UTF8.self))
    }
    guard let value = double, value.magnitude < 0x1p53 else { return nil }
    let integer = Int64(value)
    return Double(integer) == value ? integer : nil
  }

  /// The 64-bit float nearest to a number.
  var double: Double? {
    let entry = entry
    guard entry.kind == .number else { return nil }
    return Double(String(decoding: document.bytes[entry.source], as: UTF8.self))
  }
}
