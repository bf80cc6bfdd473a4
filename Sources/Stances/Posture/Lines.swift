/// What part of the business words or claims are about: some lines, or the whole of it.
struct Lines: Hashable {
  /// Whether something of it is about the whole business.
  private(set) var isWhole = false
  /// A number for each line that is named.
  private(set) var numbers: [UInt32] = []

  /// What a move is about.
  init(of move: Move) {
    isWhole = !move.isPartial
    numbers = move.lines
  }

  /// Nothing yet.
  init() {}

  /// Lines that were noted before.
  init(isWhole: Bool, numbers: [UInt32]) {
    self.isWhole = isWhole
    self.numbers = numbers
  }

  mutating func formUnion(_ other: Lines) {
    isWhole = isWhole || other.isWhole
    numbers += other.numbers.filter { !numbers.contains($0) }
  }

  /// Whether both name lines, and none in common.
  func areOther(than other: Lines) -> Bool {
    !isWhole && !other.isWhole && !numbers.isEmpty && !other.numbers.isEmpty
      && !numbers.contains(where: other.numbers.contains)
  }
}
