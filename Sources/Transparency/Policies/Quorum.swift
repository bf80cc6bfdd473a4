/// Which witnesses must have cosigned a checkpoint for it to count (c2sp.org/tlog-policy).
package indirect enum Quorum: Hashable, Sendable {
  /// This witness.
  case witness(VerifierKey)
  /// So many of these, each a witness or a group of its own.
  case atLeast(Int, of: [Quorum])

  /// No cosignature at all.
  package static let none = Quorum.atLeast(0, of: [])

  /// So many of some witnesses.
  package static func atLeast(_ count: Int, ofWitnesses keys: [VerifierKey]) -> Quorum {
    .atLeast(count, of: keys.map(Quorum.witness))
  }

  /// Whether these witnesses are enough.
  package func isMet(by witnesses: Set<VerifierKey>) -> Bool {
    switch self {
    case .witness(let key): witnesses.contains(key)
    case .atLeast(let count, let members): members.count { $0.isMet(by: witnesses) } >= count
    }
  }

  /// The witnesses that it names, in order.
  var witnesses: [VerifierKey] {
    switch self {
    case .witness(let key): [key]
    case .atLeast(_, let members): members.flatMap(\.witnesses)
    }
  }

  /// Whether all the witnesses that it names together are enough, and no number is negative.
  var isPossible: Bool {
    switch self {
    case .witness: true
    case .atLeast(let count, let members):
      0...members.count ~= count && members.allSatisfy(\.isPossible)
    }
  }
}
