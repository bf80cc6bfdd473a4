import Crypto

@testable import Transparency

/// Keys that tests sign with; their seeds are not secret.
enum SampleKeys {
  static func log(_ name: String = "example.org/log") throws -> SigningKey {
    try SigningKey(name: KeyName(name), seed: Array(repeating: 1, count: 32))
  }

  /// A witness, which signs what it is given, at the time it is given.
  struct Witness {
    let key: Curve25519.Signing.PrivateKey
    let verifier: VerifierKey

    init(_ name: String, seed: UInt8) throws {
      key = try Curve25519.Signing.PrivateKey(
        rawRepresentation: Array(repeating: seed, count: 32))
      verifier = VerifierKey(
        name: try KeyName(name), type: .cosignature,
        publicKey: try Ed25519PublicKey(Array(key.publicKey.rawRepresentation)))
    }

    func cosign(_ text: [UInt8], at timestamp: UInt64) throws -> NoteSignature {
      let time = (0..<8).reversed().map { UInt8(truncatingIfNeeded: timestamp >> (8 * $0)) }
      let message = Cosignature.message(timestamp: timestamp, text: text)
      return NoteSignature(
        name: verifier.name, id: verifier.id,
        bytes: time + Array(try key.signature(for: message)))
    }
  }
}
