import HTTPTypes

/// Why it is not clear which host a request asks for.
package enum HostFault: String, Sendable {
  case missing, several, foreign

  /// What is wrong, and what to do.
  var sentence: String {
    switch self {
    case .missing: "a request needs a Host; send one, as HTTP/1.1 asks"
    case .several: "a request has one Host; send the name of this server, once"
    case .foreign: "the address names another host than the field does; ask by path alone"
    }
  }
}

extension HTTPField.Name {
  /// The mark of a request whose host is not clear.
  static let hostFault = named("Stance-Host-Fault")
}
