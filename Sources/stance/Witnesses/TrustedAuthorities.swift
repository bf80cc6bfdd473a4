import NIOSSL

/// Whose certificates are believed over TLS: the system's authorities, or those of the file that
/// SSL_CERT_FILE names, which openssl and curl heed as well.
///
/// NIOSSL by itself knows the system's alone.
struct TrustedAuthorities: Sendable {
  /// How connections are made.
  let configuration: TLSConfiguration
  /// The file that was named and holds no certificates.
  private let emptyFile: String?

  /// What the environment says.
  init() {
    var configuration = TLSConfiguration.makeClientConfiguration()
    var emptyFile: String?
    if let file = environment("SSL_CERT_FILE") {
      let certificates = (try? NIOSSLCertificate.fromPEMFile(file)) ?? []
      configuration.trustRoots = .certificates(certificates)
      if certificates.isEmpty { emptyFile = file }
    }
    self.configuration = configuration
    self.emptyFile = emptyFile
  }

  /// What it means that no TLS connection came about.
  func cause(of error: NIOSSLError) -> WitnessUnreachedError.Cause {
    guard "\(error)".contains("CERTIFICATE_VERIFY_FAILED") else {
      return .failed("no TLS connection comes about (\(error))")
    }
    return emptyFile.map(WitnessUnreachedError.Cause.noAuthorities) ?? .untrusted
  }
}
