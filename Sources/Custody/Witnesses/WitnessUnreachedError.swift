package import Errors
import Stances

/// A witness could not be asked, is not the one that it says, or did not finish its answer.
package struct WitnessUnreachedError: StanceError, Hashable {
  let address: WitnessAddress
  /// Why it could not be asked.
  package let cause: Cause

  /// Why.
  package enum Cause: Hashable, Sendable {
    case timedOut(after: Duration)
    case tooLong(limit: Int)
    case failed(String)
    /// Its certificate leads to no authority that is trusted here, or has expired.
    case untrusted
    /// Its certificate is for another host.
    case otherHost
    /// The file of the authorities to trust over TLS has no certificates.
    case noAuthorities(path: String)
    /// The program to ask it with is not installed.
    case noCurl
  }

  package var kind: ErrorKind {
    switch cause {
    case .timedOut, .tooLong, .failed: .busy
    case .untrusted, .otherHost: .badData
    case .noAuthorities, .noCurl: .notFound
    }
  }
}

extension WitnessUnreachedError: CustomStringConvertible {
  package var description: String {
    let url = printable(address.text)
    return switch cause {
    case .timedOut(let patience):
      "\(url) did not answer within \(patience.components.seconds) seconds; "
        + "try again, or give it longer with --timeout"
    case .tooLong(let limit):
      "\(url) answered with more than \(limit) bytes; check that the URL is a witness's"
    case .failed(let reason):
      "\(url) cannot be reached: \(printable(reason)); check the URL, and try again later"
    case .untrusted:
      "\(url) shows a certificate that this machine does not trust, or that has expired; check the "
        + "URL, and name its authority's certificates in SSL_CERT_FILE if they are not the system's"
    case .otherHost:
      "\(url) shows a certificate for another host; check the URL"
    case .noAuthorities(let path):
      "there are no certificates at \(printable(path)); set SSL_CERT_FILE to a file that has some"
    case .noCurl:
      "curl is needed to ask a witness and is not on the PATH; install it"
    }
  }
}
