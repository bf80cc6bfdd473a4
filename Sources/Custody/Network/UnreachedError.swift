package import Errors
import Stances

/// Why a server could not be asked, is not the one that it says, or did not finish its answer.
package enum UnreachedError: StanceError, Hashable {
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

  package var kind: ErrorKind {
    switch self {
    case .timedOut, .tooLong, .failed: .busy
    case .untrusted, .otherHost: .badData
    case .noAuthorities, .noCurl: .notFound
    }
  }
}

extension UnreachedError: CustomStringConvertible {
  package var description: String { words(at: "the address", ofA: "server") }

  /// What happened at an address that was asked for what an owner has, and what to do.
  func words(at address: String, ofA owner: String) -> String {
    let url = printable(address)
    return switch self {
    case .timedOut(let patience):
      "\(url) did not answer within \(patience.components.seconds) seconds; "
        + "try again, or give it longer with --timeout"
    case .tooLong(let limit):
      "\(url) answered with more than \(limit) bytes; check that the URL is a \(owner)'s"
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
      "curl is needed to ask a \(owner) and is not on the PATH; install it"
    }
  }
}
