package import Errors
package import EventLog
import Files
import Stances

/// The `openssl` program, which checks the signatures of time stamps.
///
/// A stamp's signature depends on a chain of X.509 certificates, which this program does not judge.
package enum OpenSSL {
  /// Checks that a stamp covers its checkpoint and is signed under the certificates of a file.
  ///
  /// - Throws: ``OpenSSLError``.
  package static func verify(_ anchor: Anchor, certificates: String) throws {
    guard mayRead(certificates) else { throw OpenSSLError.noCertificates(path: certificates) }
    let folder = try TemporaryFolder()
    let note = try folder.write(anchor.note, to: "note")
    let reply = try folder.write(anchor.reply, to: "reply.tsr")
    let openssl: ChildProcess
    do {
      openssl = try ChildProcess([
        "openssl", "ts", "-verify", "-data", note, "-in", reply, "-CAfile", certificates,
      ])
    } catch {
      throw OpenSSLError.notThere
    }
    guard openssl.status() == 0 else {
      throw OpenSSLError.signatureDoesNotHold(path: certificates)
    }
    withExtendedLifetime(folder) {}
  }
}

/// Why `openssl` did not confirm a time stamp.
package enum OpenSSLError: StanceError, Hashable {
  case notThere
  case noCertificates(path: String)
  case signatureDoesNotHold(path: String)

  package var kind: ErrorKind {
    switch self {
    case .notThere, .noCertificates: .notFound
    case .signatureDoesNotHold: .finding
    }
  }
}

extension OpenSSLError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notThere:
      "openssl is needed to check a time stamp's signature and is not on the PATH; install it"
    case .noCertificates(let path):
      "there are no certificates at \(printable(path)); give the file that the authority publishes"
    case .signatureDoesNotHold(let path):
      "openssl cannot verify the time stamp under \(printable(path)); "
        + "give its authority's certificates, or have the head stamped again"
    }
  }
}
