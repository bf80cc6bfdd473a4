import Transparency

/// The verification loops of RFC 9162, word for word: the reference that the shipped code, which
/// counts bits beforehand, must agree with.
enum RFC9162 {
  /// §2.1.3.2, Verifying an Inclusion Proof.
  static func inclusionHolds(_ proof: InclusionProof, leaf: MerkleHash, head: TreeHead) -> Bool {
    if proof.index >= head.size { return false }
    var fn = proof.index
    var sn = head.size - 1
    var r = leaf
    for p in proof.hashes {
      if sn == 0 { return false }
      if fn & 1 == 1 || fn == sn {
        r = .node(p, r)
        if fn & 1 == 0 {
          repeat {
            fn >>= 1
            sn >>= 1
          } while fn & 1 == 0 && fn != 0
        }
      } else {
        r = .node(r, p)
      }
      fn >>= 1
      sn >>= 1
    }
    return sn == 0 && r == head.root
  }

  /// §2.1.4.2, Verifying Consistency between Two Tree Heads.
  static func consistencyHolds(
    _ proof: ConsistencyProof, from old: TreeHead, to new: TreeHead
  ) -> Bool {
    if old.size == new.size { return proof.hashes.isEmpty && old.root == new.root }
    if old.size == 0 || old.size > new.size || proof.hashes.isEmpty { return false }
    var path = proof.hashes
    if old.size.nonzeroBitCount == 1 { path.insert(old.root, at: 0) }
    var fn = old.size - 1
    var sn = new.size - 1
    while fn & 1 == 1 {
      fn >>= 1
      sn >>= 1
    }
    var fr = path[0]
    var sr = path[0]
    for c in path.dropFirst() {
      if sn == 0 { return false }
      if fn & 1 == 1 || fn == sn {
        fr = .node(c, fr)
        sr = .node(c, sr)
        if fn & 1 == 0 {
          repeat {
            fn >>= 1
            sn >>= 1
          } while fn & 1 == 0 && fn != 0
        }
      } else {
        sr = .node(sr, c)
      }
      fn >>= 1
      sn >>= 1
    }
    return fr == old.root && sr == new.root && sn == 0
  }
}
