import Transparency

/// A proof has one spelling, and proves of the known log only what is in it.
func acceptsProof(_ bytes: [UInt8]) -> Bool {
  guard let proof = try? TransparencyProof(bytes) else { return false }
  hold(proof.bytes == bytes, "a proof has two spellings")
  guard let checkpoint = KnownLog.opened(proof.checkpoint) else { return true }
  for (index, leaf) in KnownLog.log.leaves.enumerated() {
    guard (try? proof.verify(leaf: leaf, policy: KnownLog.policy)) != nil else { continue }
    hold(proof.inclusion.index == UInt64(index), "an event is proved at another's place")
    hold(UInt64(index) < checkpoint.head.size, "an event is proved of a head before it")
  }
  return true
}
