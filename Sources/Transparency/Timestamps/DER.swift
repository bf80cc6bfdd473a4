/// The little of DER (ITU-T X.690) that time stamps need: values with their tag and length.
enum DER {
  static let boolean: UInt8 = 0x01
  static let integer: UInt8 = 0x02
  static let octets: UInt8 = 0x04
  static let null: UInt8 = 0x05
  static let identifier: UInt8 = 0x06
  static let time: UInt8 = 0x18
  static let sequence: UInt8 = 0x30
  static let set: UInt8 = 0x31

  /// The tag of an explicitly tagged value.
  static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }

  /// A value as it is written.
  static func encode(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    guard count >= 0x80 else { return [tag, UInt8(count)] + content }
    let digits = withUnsafeBytes(of: UInt64(count).bigEndian) { $0.drop { $0 == 0 } }
    return [tag, 0x80 | UInt8(digits.count)] + digits + content
  }

  /// A positive whole number as it is written, from its bytes, the highest first.
  static func encode(positive bytes: [UInt8]) -> [UInt8] {
    var digits = Array(bytes.drop { $0 == 0 })
    if digits.first.map({ $0 >= 0x80 }) ?? true { digits.insert(0, at: 0) }
    return encode(integer, digits)
  }
}

/// Reads the values within a DER value one after another.
struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// The tag of the next value; nil behind the last.
  var nextTag: UInt8? { rest.first }

  /// The content of the next value, which must have this tag.
  mutating func next(_ tag: UInt8) throws(StampError) -> ArraySlice<UInt8> {
    guard nextTag == tag else { throw .malformed }
    return try next()
  }

  /// The content of the next value, or nil where the next one has another tag.
  mutating func optional(_ tag: UInt8) throws(StampError) -> ArraySlice<UInt8>? {
    nextTag == tag ? try next() : nil
  }

  /// A reader of the values within the next value.
  mutating func enter(_ tag: UInt8) throws(StampError) -> DERReader {
    DERReader(try next(tag))
  }

  private mutating func next() throws(StampError) -> ArraySlice<UInt8> {
    guard rest.popFirst() != nil, let first = rest.popFirst() else { throw .malformed }
    var count = Int(first)
    if first >= 0x80 {
      // A length of more than four bytes is no time stamp's; 0x80 alone is not DER.
      let digits = rest.prefix(Int(first & 0x7F))
      guard 1...4 ~= Int(first & 0x7F), digits.count == Int(first & 0x7F) else { throw .malformed }
      count = digits.reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(digits.count)
    }
    guard count <= rest.count else { throw .malformed }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
