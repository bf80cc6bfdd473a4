package import Errors

/// Values as bytes without names, for an index that can be thrown away: numbers in groups of seven
/// bits, the lowest first, and small ones of either sign in one byte.
package struct Packer {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() { bytes.reserveCapacity(64) }

  /// Writes a number.
  package mutating func write(_ number: Int) {
    // Small numbers of either sign are short.
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a flag, as a byte.
  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes a day.
  package mutating func write(_ day: Day) { write(Int(day.ordinal)) }

  /// Writes a range of days.
  package mutating func write(_ range: DayRange) {
    write(range.earliest)
    // Most ranges are of one day.
    let isOneDay = range.latest == range.earliest && range.certain == range.earliest
    write(isOneDay)
    guard !isOneDay else { return }
    write(range.latest)
    write(range.certain)
  }

  /// Writes a position.
  package mutating func write(_ position: Position) { write(Int(position.number)) }

  /// Writes positions, each by its distance from the one before it.
  package mutating func write(_ positions: [Position]) {
    write(positions.count)
    var last = 0
    for position in positions {
      write(Int(position.number) - last)
      last = Int(position.number)
    }
  }

  /// Writes whether there is a value, and then the value.
  package mutating func write<Value>(_ value: Value?, _ body: (inout Packer, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  /// Writes bytes, and how many there are.
  package mutating func write(_ other: [UInt8]) {
    write(other.count)
    bytes += other
  }

  /// Writes a text.
  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }
}

/// Reads what a ``Packer`` wrote.
package struct Unpacker {
  /// Bytes that are no finding's.
  package struct UnpackingError: StanceError, CustomStringConvertible {
    package var description: String { "packed values end early, or are none" }

    package var kind: ErrorKind { .badLog }
  }

  private let packed: UnsafeRawBufferPointer
  private var next = 0

  /// Reads bytes that stay as they are meanwhile.
  package init(_ bytes: UnsafeRawBufferPointer) { packed = bytes }

  /// Whether all is read.
  package var isAtEnd: Bool { next == packed.count }

  /// The next number.
  package mutating func number() throws(UnpackingError) -> Int {
    var (result, shift) = (UInt(0), 0)
    while true {
      guard next < packed.count, shift < UInt.bitWidth else { throw UnpackingError() }
      let byte = packed[next]
      next += 1
      result |= UInt(byte & 0x7F) << UInt(shift)
      shift += 7
      guard byte > 0x7F else { break }
    }
    return Int(bitPattern: result >> 1) ^ -Int(bitPattern: result & 1)
  }

  /// The next flag.
  package mutating func flag() throws(UnpackingError) -> Bool {
    guard next < packed.count, packed[next] < 2 else { throw UnpackingError() }
    defer { next += 1 }
    return packed[next] == 1
  }

  /// How many of something follow, each of at least one byte.
  package mutating func count() throws(UnpackingError) -> Int {
    let count = try number()
    guard 0...(packed.count - next) ~= count else { throw UnpackingError() }
    return count
  }

  /// The next day.
  package mutating func day() throws(UnpackingError) -> Day { Day(ordinal: try number()) }

  /// The next range of days.
  package mutating func range() throws(UnpackingError) -> DayRange {
    let earliest = try day()
    if try flag() { return DayRange(earliest: earliest, latest: earliest) }
    return DayRange(earliest: earliest, latest: try day(), certain: try day())
  }

  /// The next position.
  package mutating func position() throws(UnpackingError) -> Position {
    Position(Int64(try number()))
  }

  /// The next positions.
  package mutating func positions() throws(UnpackingError) -> [Position] {
    let count = try count()
    guard count > 0 else { return [] }
    var positions: [Position] = []
    positions.reserveCapacity(count)
    var last = 0
    for _ in 0..<count {
      last &+= try number()
      positions.append(Position(Int64(last)))
    }
    return positions
  }

  /// The next number, if there is one.
  package mutating func optionalNumber() throws(UnpackingError) -> Int? {
    try flag() ? try number() : nil
  }

  /// The next bytes, which are valid as long as those that are read.
  package mutating func bytes() throws(UnpackingError) -> UnsafeRawBufferPointer {
    let count = try count()
    defer { next += count }
    return UnsafeRawBufferPointer(rebasing: packed[next..<next + count])
  }

  /// The next text.
  package mutating func text() throws(UnpackingError) -> String {
    String(decoding: try bytes(), as: UTF8.self)
  }
}
