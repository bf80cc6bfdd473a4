/// The name of a key, which identifies its holder: non-empty, without spaces and "+".
///
/// Names are compared byte by byte. Swift's `String` would take two spellings of "é" for one name.
package struct KeyName: Hashable, Sendable {
  /// The name's bytes.
  package let utf8: [UInt8]

  /// A name as a person writes it.
  package init(_ text: String) throws(KeyError) {
    try self.init(utf8: text.utf8)
  }

  init(utf8 bytes: some Collection<UInt8>) throws(KeyError) {
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self),
      text.unicodeScalars.allSatisfy({
        $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace
      })
    else { throw .badName(String(decoding: bytes, as: UTF8.self)) }
    utf8 = Array(bytes)
  }
}

extension KeyName: CustomStringConvertible {
  package var description: String {
    String(decoding: utf8, as: UTF8.self)
  }
}
