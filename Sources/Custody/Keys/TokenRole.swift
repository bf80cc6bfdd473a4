/// What the bearer of a token may do over the network.
package enum TokenRole: String, CaseIterable, Hashable, Sendable {
  /// Propose events, and withdraw their own proposals.
  case propose
  /// That, and accept or reject what others propose.
  case review
  /// That for their own proposals too, and record straight into the log.
  case record
}

/// Someone who showed a token.
package struct TokenBearer: Hashable, Sendable {
  /// The name in which they propose and record.
  package let name: String
  /// What they may do.
  package let role: TokenRole

  /// Someone of a name, who may do something.
  package init(name: String, role: TokenRole) {
    (self.name, self.role) = (name, role)
  }
}
