@testable import Transparency

/// A policy that is read can be met by its own witnesses, by none of them only if it says so, and
/// counts each key once; the log is none of them.
func acceptsPolicy(_ bytes: [UInt8]) -> Bool {
  guard let policy = attempt({ try TrustPolicy(bytes) }) else { return false }
  let witnesses = policy.witnesses.map(\.key)
  let keys = (witnesses + policy.logs.map(\.key)).map(\.publicKey)
  hold(Set(keys).count == keys.count, "one key counts twice")
  hold(witnesses.allSatisfy { $0.type == .cosignature }, "a key that cosigns nothing is a witness")
  hold(policy.quorum.isPossible, "a quorum can never be met")
  hold(policy.quorum.isMet(by: Set(witnesses)), "all witnesses together are not enough")
  hold(
    policy.quorum == .none || !policy.quorum.isMet(by: []), "no witness at all is enough")
  hold(
    Set(policy.quorum.witnesses).isSubset(of: witnesses), "a quorum names a witness of no policy")
  for log in policy.logs {
    let believed = read("a policy for its own log") {
      try CheckpointPolicy(log: log.key, witnesses: witnesses, quorum: policy.quorum)
    }
    hold(believed.origin == Origin(log.key.name), "a log has another's origin")
  }
  return true
}
