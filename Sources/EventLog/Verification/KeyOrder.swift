/// Whether the keys of a table or an index come in SQLite's order, none twice; without that a
/// look-up would miss what is there.
///
/// A key is given value by value and then ended; one of them at most is a text.
struct KeyOrder {
  private(set) var holds = true
  private var isFirst = true
  private var text: [UInt8] = []
  private var numbers: [Int64] = []
  /// How many numbers of the key under way were given.
  private var count = 0
  /// Whether what was given of the key decides if it comes after the one before it.
  private var isBehind: Bool?

  mutating func add(_ number: Int64) {
    if count == numbers.count { numbers.append(number) }
    if isBehind == nil, number != numbers[count] { isBehind = number > numbers[count] }
    numbers[count] = number
    count += 1
  }

  mutating func add(_ text: UnsafeRawBufferPointer) {
    if isBehind == nil, !text.elementsEqual(self.text) {
      isBehind = self.text.lexicographicallyPrecedes(text)
    }
    self.text.removeAll(keepingCapacity: true)
    self.text.append(contentsOf: text)
  }

  mutating func endKey() {
    if isBehind != true, !isFirst { holds = false }
    isFirst = false
    isBehind = nil
    count = 0
  }
}
