/// How much a JSON text may ask of its reader before it is refused.
package struct JSONLimits: Sendable {
  /// The greatest number of bytes, never more than `UInt32.max`: the tape counts in 32 bits.
  package let maximumBytes: Int

  /// The greatest number of objects and arrays open at once; the reader's recursion follows it.
  package let maximumDepth: Int

  /// The limits of one event: 65,535 bytes and 64 levels.
  package static let event = JSONLimits(maximumBytes: 65_535, maximumDepth: 64)

  /// Sets both limits.
  package init(maximumBytes: Int, maximumDepth: Int) {
    self.maximumBytes = min(maximumBytes, Int(UInt32.max) / 2)
    self.maximumDepth = maximumDepth
  }
}
