/// Splits the bytes of a client into lines as they arrive, without holding more than one too long.
struct ArrivingLines {
  /// A line without its end.
  enum Line: Equatable {
    case whole([UInt8])
    /// What was longer than the limit; it was not kept.
    case tooLong
  }

  /// How many bytes a line may have.
  let limit: Int
  private var begun: [UInt8] = []
  private var isTooLong = false

  init(limit: Int) { self.limit = limit }

  /// The lines that end in some bytes, which come after those given before.
  ///
  /// Lines with nothing but white space are omitted: some clients write one between two messages.
  mutating func lines(endingIn bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      keep(rest[..<end])
      rest = rest[(end + 1)...]
      lines += finish()
    }
    keep(rest)
    return lines
  }

  /// The last line, if the client ended without ending it.
  mutating func end() -> [Line] { finish() }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    guard !isTooLong, begun.count + bytes.count <= limit else {
      isTooLong = true
      begun = []
      return
    }
    begun += bytes
  }

  private mutating func finish() -> [Line] {
    defer {
      begun = []
      isTooLong = false
    }
    if isTooLong { return [.tooLong] }
    let isBlank = begun.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
    return isBlank ? [] : [.whole(begun)]
  }
}
