/// Reproducible chance (SplitMix64).
struct SeededChance {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A whole number from 0 up to, and without, `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed.multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// One of the choices.
  mutating func pick(_ choices: [String]) -> String {
    choices[below(choices.count)]
  }
}
