/// The key under which the rows of one run are hashed; no one can know it beforehand.
struct RowKey: Hashable, Sendable {
  let low: UInt64
  let high: UInt64

  /// A key that is drawn from the system's randomness.
  static func random() -> RowKey {
    RowKey(low: .random(in: .min ... .max), high: .random(in: .min ... .max))
  }
}

/// The hash of one row, column by column: SipHash-1-3 with a result of 128 bits (Aumasson and
/// Bernstein, 2012), fed with whole words.
///
/// Swift's own `Hasher` is the same function, but gives half of it, and each of its calls takes
/// longer than the hashing: a row has up to 21 columns and is hashed twice.
struct RowHash {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  /// What each column holds, two bits each: a null is distinguished from every value.
  private var kinds: UInt64 = 0

  init(key: RowKey) {
    state = (
      key.low ^ 0x736f_6d65_7073_6575, key.high ^ 0x646f_7261_6e64_6f6d ^ 0xEE,
      key.low ^ 0x6c79_6765_6e65_7261, key.high ^ 0x7465_6462_7974_6573
    )
  }

  mutating func add(_ value: Int64?) {
    kinds <<= 2
    guard let value else { return }
    kinds |= 1
    add(word: UInt64(bitPattern: value))
  }

  mutating func add(_ text: UnsafeRawBufferPointer) {
    kinds = kinds << 2 | 2
    add(word: UInt64(text.count))
    var offset = 0
    while offset + 8 <= text.count {
      add(word: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    // The count before it says how many bytes of the last word are the text's.
    var rest: UInt64 = 0
    for byte in text[offset...] { rest = rest << 8 | UInt64(byte) }
    if offset < text.count { add(word: rest) }
  }

  mutating func add(_ value: ColumnValue) {
    switch value {
    case .integer(let integer): add(integer)
    case .text(nil): add(nil as Int64?)
    case .text(var text?): text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }
  }

  /// The two halves of the result.
  var halves: (UInt64, UInt64) {
    var end = self
    end.add(word: kinds)
    end.state.2 ^= 0xEE
    let low = end.finish()
    end.state.1 ^= 0xDD
    return (low, end.finish())
  }

  private mutating func add(word: UInt64) {
    state.3 ^= word
    round()
    state.0 ^= word
  }

  private mutating func finish() -> UInt64 {
    for _ in 0..<3 { round() }
    return state.0 ^ state.1 ^ state.2 ^ state.3
  }

  @inline(__always)
  private mutating func round() {
    state.0 &+= state.1
    state.1 = rotated(state.1, by: 13) ^ state.0
    state.0 = rotated(state.0, by: 32)
    state.2 &+= state.3
    state.3 = rotated(state.3, by: 16) ^ state.2
    state.0 &+= state.3
    state.3 = rotated(state.3, by: 21) ^ state.0
    state.2 &+= state.1
    state.1 = rotated(state.1, by: 17) ^ state.2
    state.2 = rotated(state.2, by: 32)
  }
}

@inline(__always)
private func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 {
  word &<< bits | word &>> (64 &- bits)
}
