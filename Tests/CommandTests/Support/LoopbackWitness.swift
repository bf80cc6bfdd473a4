import Crypto
import Foundation
import Synchronization
import Transparency

/// A witness on the loopback interface: cosigns a head after the one that it cosigned last.
///
/// It checks sizes alone; a real one, which checks proofs, is run by `Tools/checks/proofs/run`.
final class LoopbackWitness: Sendable {
  let name: String
  /// Its public key, as the command line takes it.
  let vkey: String
  let server: ScriptedServer

  var url: String { "http://127.0.0.1:\(server.port)/" }

  init(_ name: String) throws {
    let key = Curve25519.Signing.PrivateKey()
    let material = [SignatureType.cosignature.rawValue] + key.publicKey.rawRepresentation
    let id = Data(SHA256.hash(data: Data(name.utf8) + [0x0A] + material).prefix(4))
    let last = Mutex<UInt64>(0)
    self.name = name
    vkey =
      "\(name)+\(id.map { String(format: "%02x", $0) }.joined())+"
      + Data(material).base64EncodedString()
    server = try ScriptedServer { body in
      guard let request = try? AddCheckpointRequest(body: body),
        let note = try? SignedNote(request.checkpoint),
        let size = try? Checkpoint(text: note.text).head.size
      else { return .init(status: 400) }
      return last.withLock { last in
        guard request.oldSize == last else {
          return .init(status: 409, body: Array("\(last)\n".utf8))
        }
        last = size
        let now = UInt64(Date.now.timeIntervalSince1970)
        let message = Cosignature.message(timestamp: now, text: note.text)
        guard let signature = try? key.signature(for: message) else { return .init(status: 500) }
        let time = (0..<8).reversed().map { UInt8(truncatingIfNeeded: now >> (8 * $0)) }
        let line = (id + time + signature).base64EncodedString()
        return .init(body: Array("\u{2014} \(name) \(line)\n".utf8))
      }
    }
  }

  deinit { server.stop() }
}
