/// The three parts of a key's text, `name+id+base64(type ‖ key)`.
///
/// Source: c2sp.org/signed-note, Verifier keys, and golang.org/x/mod/sumdb/note.
struct KeyText {
  let name: KeyName
  let id: ArraySlice<UInt8>
  let type: SignatureType
  let key: ArraySlice<UInt8>

  /// Takes a text apart at its first two "+"; base 64 may hold more of them.
  init(_ text: some Collection<UInt8>) throws(KeyError) {
    let parts = Array(text).split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, Hexadecimal.decode(parts[1])?.count == KeyID.byteCount,
      let material = Base64.decode(parts[2]), let typeByte = material.first
    else { throw .notAKey }
    name = try KeyName(utf8: parts[0])
    id = parts[1]
    guard let type = SignatureType(rawValue: typeByte) else { throw .unknownType(typeByte) }
    self.type = type
    key = material.dropFirst()
  }

  /// Refuses a text whose ID is not that of the key.
  func check(_ expected: KeyID) throws(KeyError) {
    guard id.elementsEqual(expected.description.utf8) else {
      throw .wrongID(found: String(decoding: id, as: UTF8.self), expected: expected)
    }
  }

  static func write(
    name: KeyName, id: KeyID, type: SignatureType, key: some Sequence<UInt8>
  ) -> String {
    "\(name)+\(id)+" + String(decoding: Base64.encode([type.rawValue] + key), as: UTF8.self)
  }
}
