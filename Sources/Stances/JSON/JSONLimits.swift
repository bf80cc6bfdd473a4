/// How much a JSON text may ask of its reader before it is refused.
package struct JSONLimits: Sendable {
  /// The greatest number of bytes, below 2^31: the tape counts source and decoded text in 32 bits.
  package let maximumBytes: Int

  /// The greatest number of objects and arrays open at once; the reader's recursion follows it.
  package let maximumDepth: Int

  /// The limits of one event: 65,535 bytes and 64 levels.
  package static let event = JSONLimits(maximumBytes: 65_535, maximumDepth: 64)

  /// Sets both limits.
  package init(maximumBytes: Int, maximumDepth: Int) {
    self.maximumBytes = min(maximumBytes, Int(Int32.max))
    self.maximumDepth = maximumDepth
  }
}
