/// One value of a text, as long as the text is lent: see ``JSONText``.
struct JSONView: BitwiseCopyable {
  let text: JSONText
  let index: Int

  var entry: JSONTapeEntry { text.tape[index] }

  /// What the value is.
  var kind: JSONKind { entry.kind }

  /// The place of the value's first character.
  var position: JSONPosition {
    JSONPosition(ofByte: Int(entry.start), in: text.source, firstLine: text.firstLine)
  }

  /// The way to the value: `evidence[0].grade`; empty for the text's own.
  var path: String { text.path(to: index) }

  /// The text of a string, decoded, as UTF-8; `nil` for anything else.
  var utf8: UnsafeBufferPointer<UInt8>? {
    let entry = entry
    return entry.kind == .string ? text.utf8(of: entry) : nil
  }

  /// The text of a string; `nil` for anything else.
  ///
  /// Compare names and codes with ``matches(_:)``: `String` holds differing spellings of "é" equal.
  var string: String? {
    utf8.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether this is a string of exactly these bytes.
  func matches(_ expected: StaticString) -> Bool {
    let entry = entry
    return entry.kind == .string && text.utf8(of: entry).isSame(as: expected)
  }

  /// Whether this is `true` or `false`, and which; `nil` for anything else.
  var bool: Bool? {
    switch kind {
    case .true: true
    case .false: false
    case .object, .array, .string, .number, .null: nil
    }
  }

  /// A number that is an integer within ±(2^53 − 1), in any spelling; `nil` for anything else.
  ///
  /// `1`, `1.0` and `1e0` are one value, as they are in canonical bytes.
  var integer: Int64? {
    let entry = entry
    guard entry.kind == .number else { return nil }
    if entry.isWrittenAsInteger { return Int64(spelling(of: entry)) }
    guard let value = double, value.magnitude < 0x1p53 else { return nil }
    let integer = Int64(value)
    return Double(integer) == value ? integer : nil
  }

  /// The 64-bit float nearest to a number.
  var double: Double? {
    let entry = entry
    return entry.kind == .number ? Double(spelling(of: entry)) : nil
  }

  private func spelling(of entry: JSONTapeEntry) -> String {
    String(decoding: text.source.extracting(entry.source), as: UTF8.self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are exactly the bytes of a text.
  func isSame(as text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && text.withUTF8Buffer { elementsEqual($0) }
  }
}
