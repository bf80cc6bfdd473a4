/// Under which names the site may be asked for.
package enum ServedHosts: Sendable {
  /// Any: nobody here knows what others call this machine.
  case any
  /// Those of this machine alone.
  ///
  /// A page elsewhere can have its own name lead to 127.0.0.1 and then read, in the browser of
  /// whoever looks at it, what is served there (DNS rebinding). The browser still says the name.
  case loopback

  /// The names of a site that is served at an address.
  package init(servedAt address: ListenAddress) {
    self = address.isLoopback ? .loopback : .any
  }

  /// Whether a request's `Host` is one of them; browsers always send one.
  func contain(_ host: String?) -> Bool {
    guard self == .loopback, let host = host?.lowercased() else { return true }
    return (ListenAddress(host) ?? ListenAddress("\(host):80"))?.isLoopback ?? false
  }
}
