/// Whom to believe: logs, witnesses, and which of these are enough (c2sp.org/tlog-policy).
package struct TrustPolicy: Hashable, Sendable {
  /// A log, and its address.
  package struct Log: Hashable, Sendable {
    /// Its key, whose name is its origin.
    package let key: VerifierKey
    /// Its address, if the file gives one.
    package let url: String?
  }

  /// A witness, and the address at which to ask it for cosignatures.
  package struct Witness: Hashable, Sendable {
    /// What the policy calls it, which need not be its key's name.
    package let name: String
    /// Its key.
    package let key: VerifierKey
    /// The prefix of the URL to submit checkpoints to, if the file says so.
    package let url: String?
  }

  /// The logs that are believed; none if that is left to others.
  package let logs: [Log]
  /// The witnesses whose cosignatures count.
  package let witnesses: [Witness]
  /// Which of them must have cosigned.
  package let quorum: Quorum

  /// The log of an origin.
  package func log(of origin: Origin) -> Log? {
    logs.first { Origin($0.key.name) == origin }
  }

  /// Whether a note's cosignatures are enough; the log's own signature is not checked.
  package func isMet(by note: SignedNote) -> Bool {
    let verified = try? note.verified(by: witnesses.map(\.key))
    return quorum.isMet(by: Set((verified?.verified ?? []).map(\.key)))
  }
}

extension TrustPolicy {
  /// Reads a policy file.
  package init(_ bytes: some Collection<UInt8>) throws(TrustPolicyError) {
    var scanner = LineScanner(bytes)
    var reader = TrustPolicyReader()
    var number = 0
    while let line = scanner.next() {
      number += 1
      do throws(TrustPolicyError.Reason) {
        try reader.read(line)
      } catch {
        throw TrustPolicyError(line: number, reason: error)
      }
    }
    number += 1
    guard scanner.rest.isEmpty else {
      throw TrustPolicyError(line: number, reason: .unfinishedLine)
    }
    guard let quorum = reader.quorum else {
      throw TrustPolicyError(line: number, reason: .noQuorum)
    }
    self.init(logs: reader.logs, witnesses: reader.witnesses, quorum: quorum)
  }
}

/// Which witnesses must have cosigned a checkpoint for it to count (c2sp.org/tlog-policy).
package indirect enum Quorum: Hashable, Sendable {
  /// This witness.
  case witness(VerifierKey)
  /// A number of these, each a witness or a group of its own.
  case atLeast(Int, of: [Quorum])

  /// No cosignature at all.
  package static let none = Quorum.atLeast(0, of: [])

  /// A number of some witnesses.
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
