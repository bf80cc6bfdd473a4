import Transparency

/// A right proof holds; changed as the input says, it is valid exactly when RFC 9162's own loops
/// say so, and of no tree's head for another leaf.
///
/// Random hashes would never make a proof that comes near to holding; changes to right ones do.
func acceptsChangedProof(_ bytes: [UInt8]) -> Bool {
  var input = bytes[...]
  guard let kind = input.popFirst(), let first = input.popFirst(), let second = input.popFirst()
  else { return false }
  let new = 1 + Int(second) % Grown.size
  let old = Int(first) % new
  if kind % 2 == 0 {
    holdInclusion(of: old, inSize: new, changed: input)
  } else {
    holdConsistency(from: old + 1, to: new, changed: input)
  }
  return true
}

private func holdInclusion(of index: Int, inSize size: Int, changed input: ArraySlice<UInt8>) {
  var change = Change(
    hashes: read("a proof") {
      try Grown.log.inclusionProof(of: UInt64(index), inSize: UInt64(size)).hashes
    }, numbers: [UInt64(index), UInt64(size)], roots: [size])
  change.apply(input)
  let leaf = Grown.leaf(index)
  guard let head = try? TreeHead(size: change.numbers[1], root: change.root(0)) else { return }
  let proof = InclusionProof(index: change.numbers[0], hashes: change.hashes)
  let holds = (try? proof.verify(leaf, in: head)) != nil
  hold(
    holds == RFC9162.inclusionHolds(proof, leaf: leaf, head: head),
    "inclusion: RFC 9162 says otherwise")
  // The root does not bind the size: of a head that no tree has, another place may be proved.
  if holds, Grown.isHead(head) {
    hold(proof.index == UInt64(index), "a leaf is proved at another's place")
    hold(proof.index < head.size, "a leaf is proved of a tree before it")
  }
  hold(holds || change.isMade, "a right proof of inclusion does not hold")
}

private func holdConsistency(from old: Int, to new: Int, changed input: ArraySlice<UInt8>) {
  var change = Change(
    hashes: read("a proof") {
      try Grown.log.consistencyProof(from: UInt64(old), to: UInt64(new)).hashes
    }, numbers: [UInt64(old), UInt64(new)], roots: [old, new])
  change.apply(input)
  guard let from = try? TreeHead(size: change.numbers[0], root: change.root(0)),
    let to = try? TreeHead(size: change.numbers[1], root: change.root(1))
  else { return }
  let proof = ConsistencyProof(hashes: change.hashes)
  let holds = (try? proof.verify(from: from, to: to)) != nil
  hold(
    holds == RFC9162.consistencyHolds(proof, from: from, to: to),
    "consistency: RFC 9162 says otherwise")
  hold(holds || change.isMade, "a right proof of growth does not hold")
}

/// A log of 70 leaves, so that trees of every shape of up to seven levels are in it.
private enum Grown {
  static let size = 70
  static let log = read("a log") { try MemoryLog((0..<size).map { [UInt8($0)] }) }
  static let roots = (0...size).map { size in read("a root") { try log.root(ofSize: UInt64(size)) }
  }

  static let nodes = log.nodes.flatMap { $0 }

  static func leaf(_ index: Int) -> MerkleHash { .leaf(log.leaves[index]) }

  static func isHead(_ head: TreeHead) -> Bool {
    head.size <= UInt64(size) && roots[Int(head.size)] == head.root
  }
}

/// A proof's parts under change, two bytes of input a change.
private struct Change {
  var hashes: [MerkleHash]
  var numbers: [UInt64]
  var roots: [Int]
  private(set) var isMade = false

  init(hashes: [MerkleHash], numbers: [UInt64], roots: [Int]) {
    (self.hashes, self.numbers, self.roots) = (hashes, numbers, roots)
  }

  mutating func apply(_ input: ArraySlice<UInt8>) {
    var rest = input
    while let kind = rest.popFirst(), let value = rest.popFirst() {
      isMade = true
      let amount = Int(value)
      let place = hashes.isEmpty ? 0 : amount % hashes.count
      switch kind % 8 {
      case 0 where !hashes.isEmpty: hashes.remove(at: place)
      case 1: hashes.insert(Grown.leaf(amount % Grown.size), at: place)
      case 2 where !hashes.isEmpty: hashes[place] = Grown.nodes[amount % Grown.nodes.count]
      case 3 where !hashes.isEmpty: hashes.swapAt(place, hashes.count - 1)
      case 4: numbers[amount % numbers.count] = UInt64(amount) % UInt64(Grown.size + 1)
      case 5: numbers[amount % numbers.count] ^= 1 << UInt64(amount % 64)
      case 6: roots[amount % roots.count] = amount % (Grown.size + 1)
      default: hashes.append(Grown.nodes[amount % Grown.nodes.count])
      }
    }
  }

  func root(_ place: Int) -> MerkleHash { Grown.roots[roots[place]] }
}
