package import Errors

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

/// Why a text is not a key, or a key must not be used.
package enum KeyError: StanceError, Hashable, Sendable {
  /// A name that is empty or holds a space, a "+" or a control character.
  case badName(String)
  /// The text is not of the form of a key.
  case notAKey
  /// A kind of signature that cannot be checked here.
  case unknownType(UInt8)
  /// A public key or a seed of other than 32 bytes.
  case wrongLength(Int)
  /// The ID in the text is not that of the key.
  case wrongID(found: String, expected: KeyID)
  /// A public key under which anyone can sign.
  case smallOrderKey
  /// A public key in a second spelling.
  case nonCanonicalKey
  /// A checkpoint of another log.
  case foreignOrigin(Origin, KeyName)

  package var kind: ErrorKind { .usage }
}

extension KeyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badName(let name):
      "'\(name)' cannot name a key; write a domain and path without spaces and '+', "
        + "as in example.org/log"
    case .notAKey:
      "this is not a key; copy the whole line, name+id+key for a public key"
    case .unknownType(let type):
      "signatures of type \(type) cannot be checked here; "
        + "use an Ed25519 key (type 1) or a witness's cosignature key (type 4)"
    case .wrongLength(let count):
      "an Ed25519 key has 32 bytes, not \(count); copy the whole key"
    case .wrongID(let found, let expected):
      "the key's ID is \(expected), but the text says \(found); copy the key again from its holder"
    case .smallOrderKey:
      "anyone can sign under this public key; ask its holder for another"
    case .nonCanonicalKey:
      "this public key is not in its canonical form; ask its holder for another"
    case .foreignOrigin(let origin, let name):
      "the key of \(name) must not sign checkpoints of \(origin); use that log's own key"
    }
  }
}
