/// One bit of a file, to be turned.
struct Flip {
  let offset: Int
  let bit: UInt8
}

/// Which bits are turned: one of each byte, or of bytes at random.
///
/// In a write-ahead log the header and the frames' headers are all taken: there it says which pages
/// count.
struct Flips {
  var count: Int { offsets.count }
  private let offsets: [Int]
  private let seed: UInt64

  /// Chooses some bytes at random, or each in turn, and keeps one flip in `share`, from one that
  /// the seed chooses.
  init(of bytes: [UInt8], isWAL: Bool, count: Int?, oneIn share: Int, seed: UInt64) {
    self.seed = seed
    var chosen = Array(bytes.indices)
    if let count {
      var chance = Chance(seed: seed)
      let random = (0..<count).map { _ in Int(chance.next() % UInt64(bytes.count)) }
      chosen = (isWAL ? Self.headers(ofWAL: bytes) : []) + random
    }
    offsets = stride(from: Int(seed % UInt64(share)), to: chosen.count, by: share)
      .map { chosen[$0] }
  }

  subscript(_ index: Int) -> Flip {
    // Of its own for each, so that a flip does not depend on how many there are.
    var chance = Chance(seed: seed &+ UInt64(index) &* 0x9E37_79B9)
    return Flip(offset: offsets[index], bit: UInt8(chance.next() % 8))
  }

  /// The bytes of all headers (SQLite, "WAL File Format"): 32 in front, 24 before each page.
  private static func headers(ofWAL bytes: [UInt8]) -> [Int] {
    guard bytes.count > 32 else { return Array(bytes.indices) }
    let page = bytes[8..<12].reduce(0) { $0 << 8 | Int($1) }
    let frames = stride(from: 32, to: bytes.count, by: 24 + page)
    return Array(0..<32) + frames.flatMap { Array($0..<min($0 + 24, bytes.count)) }
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
