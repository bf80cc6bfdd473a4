/// Whom to believe: logs, witnesses, and which of these are enough (c2sp.org/tlog-policy).
package struct TrustPolicy: Hashable, Sendable {
  /// A log, and where to meet it.
  package struct Log: Hashable, Sendable {
    /// Its key, whose name is its origin.
    package let key: VerifierKey
    /// Where it is, if the file says so.
    package let url: String?
  }

  /// A witness, and where to ask it for cosignatures.
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

  /// Whether a note's cosignatures are enough; the log's own signature is not looked at.
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
