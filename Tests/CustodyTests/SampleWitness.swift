import Crypto
import Foundation
import Transparency

/// A witness that signs what it is given, at the time that it is given.
struct SampleWitness {
  let key: VerifierKey
  private let secret: Curve25519.Signing.PrivateKey

  init(_ name: String, secret: Curve25519.Signing.PrivateKey = .init()) throws {
    self.secret = secret
    key = VerifierKey(
      name: try KeyName(name), type: .cosignature,
      publicKey: try Ed25519PublicKey(Array(secret.publicKey.rawRepresentation)))
  }

  /// The line of its cosignature of a checkpoint.
  func cosign(_ note: SignedNote, at time: UInt64) throws -> [NoteSignature] {
    let signature = try secret.signature(
      for: Cosignature.message(timestamp: time, text: note.text))
    let date = (0..<8).reversed().map { UInt8(truncatingIfNeeded: time >> (8 * $0)) }
    let blob = Data(key.id.bytes + date + signature)
    let line = "\u{2014} \(key.name) \(blob.base64EncodedString())\n"
    return try NoteSignature.lines(Array(line.utf8))
  }
}
