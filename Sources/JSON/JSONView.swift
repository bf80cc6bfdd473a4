/// One value of a text, as long as the text is lent: see ``JSONText``.
package struct JSONView: BitwiseCopyable {
  let text: JSONText
  let index: Int

  var entry: JSONTapeEntry { text.tape[index] }

  /// What the value is.
  package var kind: JSONKind { entry.kind }

  /// The place of the value's first character.
  package var position: JSONPosition {
    JSONPosition(ofByte: Int(entry.start), in: text.source, firstLine: text.firstLine)
  }

  /// The way to the value: `evidence[0].grade`; empty for the text's own.
  package var path: String { text.path(to: index) }

  /// The text of a string, decoded, as UTF-8; `nil` for anything else.
  package var utf8: UnsafeBufferPointer<UInt8>? {
    let entry = entry
    return entry.kind == .string ? text.utf8(of: entry) : nil
  }

  /// The text of a string; `nil` for anything else.
  ///
  /// Compare names and codes with ``matches(_:)``: `String` takes different spellings of "é" for
  /// equal.
  package var string: String? {
    utf8.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether this is a string of exactly these bytes.
  func matches(_ expected: StaticString) -> Bool {
    let entry = entry
    return entry.kind == .string && text.utf8(of: entry).isSame(as: expected)
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
    if entry.isWrittenAsInteger { return writtenInteger(entry) }
    guard let value = double, value.magnitude < 0x1p53 else { return nil }
    let integer = Int64(value)
    return Double(integer) == value ? integer : nil
  }

  /// An integer without fraction and exponent, of which no reader accepts more than 16 digits.
  private func writtenInteger(_ entry: JSONTapeEntry) -> Int64 {
    let digits = text.source.extracting(entry.source)
    let isNegative = digits.first == UInt8(ascii: "-")
    var magnitude: Int64 = 0
    for byte in digits.dropFirst(isNegative ? 1 : 0) {
      magnitude = magnitude * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The 64-bit float nearest to a number.
  var double: Double? {
    let entry = entry
    return entry.kind == .number ? Double(spelling(of: entry)) : nil
  }

  /// The digits of a number as its source spells them; `nil` for anything else.
  package var digits: String? {
    let entry = entry
    return entry.kind == .number ? spelling(of: entry) : nil
  }

  private func spelling(of entry: JSONTapeEntry) -> String {
    String(decoding: text.source.extracting(entry.source), as: UTF8.self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are exactly the bytes of a text.
  func isSame(as text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { isSame(as: $0) }
  }

  /// Whether these are exactly some other bytes.
  ///
  /// By hand and a word at a time: what the standard library has for any two sequences asks each of
  /// them for one byte after the other.
  package func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var offset = 0
    while offset + 8 <= count {
      guard
        left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      else { return false }
      offset += 8
    }
    while offset < count {
      guard self[offset] == other[offset] else { return false }
      offset += 1
    }
    return true
  }
}

/// One member of an object.
package struct JSONMemberView: BitwiseCopyable {
  /// The name as a string value, with its own place.
  package let key: JSONView
  /// The member's value.
  package let value: JSONView

  /// The name, decoded, as UTF-8.
  package var utf8Name: UnsafeBufferPointer<UInt8> { key.text.utf8(of: key.entry) }

  /// The name as text.
  package var name: String { String(decoding: utf8Name, as: UTF8.self) }
}

/// The members of an object in the order of the source.
package struct JSONMemberViews: Sequence, IteratorProtocol {
  private var key: JSONView
  private let end: Int

  fileprivate init(of object: JSONView) {
    key = JSONView(text: object.text, index: object.index + 1)
    end = object.kind == .object ? Int(object.entry.link) : key.index
  }

  /// The next member, or `nil` after the last.
  package mutating func next() -> JSONMemberView? {
    guard key.index < end else { return nil }
    let value = JSONView(text: key.text, index: key.index + 1)
    defer { key = JSONView(text: key.text, index: Int(value.entry.link)) }
    return JSONMemberView(key: key, value: value)
  }
}

/// The elements of an array in order.
package struct JSONElementViews: Sequence, IteratorProtocol {
  private var element: JSONView
  private let end: Int

  fileprivate init(of array: JSONView) {
    element = JSONView(text: array.text, index: array.index + 1)
    end = array.kind == .array ? Int(array.entry.link) : element.index
  }

  /// The next element, or `nil` after the last.
  package mutating func next() -> JSONView? {
    guard element.index < end else { return nil }
    defer { element = JSONView(text: element.text, index: Int(element.entry.link)) }
    return element
  }
}

extension JSONView {
  /// The members of an object; none for anything else.
  package var members: JSONMemberViews { JSONMemberViews(of: self) }

  /// The elements of an array; none for anything else.
  package var elements: JSONElementViews { JSONElementViews(of: self) }

  /// How many members or elements this has; 0 for anything but an object or an array.
  package var count: Int {
    switch kind {
    case .object, .array: Int(entry.count)
    case .string, .number, .true, .false, .null: 0
    }
  }

  /// One bit for each member of an object, by its name.
  ///
  /// Without the bit of a name the object has no such member; with it, it may have one.
  package var nameBits: UInt64 {
    members.reduce(0) { $0 | Self.bit(of: $1.utf8Name) }
  }

  /// The bit of one name.
  package static func bit(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // The names of an event differ in length or in their last letter, nearly all.
    1 << ((UInt64(name.count) &* 7 ^ UInt64(name.last ?? 0)) & 63)
  }

  /// The value of an object's member of this name, compared byte by byte.
  package subscript(name: StaticString) -> JSONView? {
    let object = entry
    guard object.kind == .object else { return nil }
    let tape = text.tape
    return name.withUTF8Buffer { name in
      var key = index + 1
      while key < object.link {
        if Int(tape[key].count) == name.count, text.utf8(of: tape[key]).isSame(as: name) {
          return JSONView(text: text, index: key + 1)
        }
        key = Int(tape[key + 1].link)
      }
      return nil
    }
  }
}

/// A JSON text that was read completely, in place in memory.
///
/// It owns none of that memory: it is valid inside the call that lends it, and nowhere else.
/// Reading an event asks for some forty values, and a reference counted for each would cost more
/// than all the rest. To keep a value, take a ``JSONNode``, which keeps its document alive.
package struct JSONText: BitwiseCopyable {
  /// What a text consists of.
  ///
  /// All its values refer to one such, so that a value is two words however much there is to know.
  struct Parts: BitwiseCopyable {
    let source: UnsafeBufferPointer<UInt8>
    /// The decoded text of those strings that the source escapes, one after the other.
    let unescaped: UnsafeBufferPointer<UInt8>
    let tape: UnsafeBufferPointer<JSONTapeEntry>
    let firstLine: Int
    /// Whether the parser saw that the text is canonical; if not, it may be all the same.
    let isPlain: Bool
  }

  private let parts: UnsafePointer<Parts>

  /// Lends a text to `body`.
  static func lend<Result, Failure: Error>(
    _ parts: Parts, to body: (JSONText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafePointer(to: parts) { (parts) throws(Failure) in
      try body(JSONText(parts: parts))
    }
  }

  var source: UnsafeBufferPointer<UInt8> { parts.pointee.source }
  var unescaped: UnsafeBufferPointer<UInt8> { parts.pointee.unescaped }
  var tape: UnsafeBufferPointer<JSONTapeEntry> { parts.pointee.tape }
  var firstLine: Int { parts.pointee.firstLine }
  var isPlain: Bool { parts.pointee.isPlain }

  /// The value that the text holds.
  package var root: JSONView { JSONView(text: self, index: 0) }

  /// A string's decoded text.
  func utf8(of entry: JSONTapeEntry) -> UnsafeBufferPointer<UInt8> {
    let text = entry.text
    guard entry.isEscaped else { return source.extracting(text) }
    return unescaped.extracting(
      text.lowerBound - source.count..<text.upperBound - source.count)
  }

  /// The way from the root to a value, as people write it: `evidence[0].grade`.
  ///
  /// Found along the tape when it is asked for: most values are read without it.
  func path(to index: Int) -> String {
    var path = ""
    var place = root
    while place.index != index {
      switch place.kind {
      case .object:
        guard let member = place.members.first(where: { $0.value.holds(index) }) else {
          return path
        }
        path += path.isEmpty ? member.name : ".\(member.name)"
        place = member.value
      case .array:
        guard
          let element = place.elements.enumerated().first(where: { $0.element.holds(index) })
        else { return path }
        path += "[\(element.offset)]"
        place = element.element
      case .string, .number, .true, .false, .null:
        return path
      }
    }
    return path
  }
}

extension JSONView {
  /// Whether an entry of the tape is this value or inside it.
  fileprivate func holds(_ other: Int) -> Bool {
    index <= other && other < Int(entry.link)
  }
}
