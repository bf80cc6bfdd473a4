/// Reads JSON text onto a tape: the structure; strings, numbers and the order of names have their
/// own files.
struct JSONParser {
  /// Why reading stopped, and at which byte.
  struct Failure: Error {
    let reason: JSONError.Reason
    let offset: Int
  }

  let source: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits

  /// The next byte to read.
  var offset = 0

  var tape: [JSONTapeEntry]
  var unescaped: [UInt8]
  var unsortedNames: [UInt32]
  var isPlain = true

  /// Reads one value with nothing but white space around it.
  static func parse(
    _ source: UnsafeBufferPointer<UInt8>, limits: JSONLimits, onto tape: inout JSONTape
  ) throws(Failure) {
    guard source.count <= limits.maximumBytes else {
      throw Failure(reason: .tooLong(limit: limits.maximumBytes), offset: 0)
    }
    tape.clear(forByteCount: source.count)
    var parser = JSONParser(source: source, limits: limits, tape: tape)
    // The tape's own memory must have one owner, or the first entry would copy it.
    tape = JSONTape()
    defer { tape = parser.laidDown }
    try parser.parseText()
  }

  private init(source: UnsafeBufferPointer<UInt8>, limits: JSONLimits, tape: JSONTape) {
    self.source = source
    self.limits = limits
    self.tape = tape.entries
    unescaped = tape.unescaped
    unsortedNames = tape.unsortedNames
  }

  private var laidDown: JSONTape {
    var laidDown = JSONTape()
    laidDown.entries = tape
    laidDown.unescaped = unescaped
    laidDown.unsortedNames = unsortedNames
    laidDown.isPlain = isPlain
    return laidDown
  }

  private mutating func parseText() throws(Failure) {
    if source.starts(with: "\u{FEFF}".utf8) { throw failure(.byteOrderMark) }
    skipWhiteSpace()
    guard offset < source.count else { throw failure(.empty) }
    try parseValue(depth: 0)
    skipWhiteSpace()
    guard offset == source.count else { throw failure(.trailingContent) }
  }

  private mutating func parseValue(depth: Int) throws(Failure) {
    switch next {
    case UInt8(ascii: "\""): try parseString()
    case UInt8(ascii: "{"): try parseObject(depth: depth + 1)
    case UInt8(ascii: "["): try parseArray(depth: depth + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try parseNumber()
    case UInt8(ascii: "t"): try parseLiteral("true", .true)
    case UInt8(ascii: "f"): try parseLiteral("false", .false)
    case UInt8(ascii: "n"): try parseLiteral("null", .null)
    default: throw failure(.expectedValue)
    }
  }

  private mutating func parseObject(depth: Int) throws(Failure) {
    let object = try open(.object, depth: depth)
    if next == UInt8(ascii: "}") { return close(object, count: 0) }
    var count: UInt32 = 0
    repeat {
      guard next == UInt8(ascii: "\"") else { throw failure(.expectedName) }
      try parseString()
      skipWhiteSpace()
      guard next == UInt8(ascii: ":") else { throw failure(.expectedColon) }
      offset += 1
      skipWhiteSpace()
      try parseValue(depth: depth)
      count += 1
    } while try hasMore(before: UInt8(ascii: "}"))
    close(object, count: count)
    try linkNames(of: object)
  }

  private mutating func parseArray(depth: Int) throws(Failure) {
    let array = try open(.array, depth: depth)
    if next == UInt8(ascii: "]") { return close(array, count: 0) }
    var count: UInt32 = 0
    repeat {
      try parseValue(depth: depth)
      count += 1
    } while try hasMore(before: UInt8(ascii: "]"))
    close(array, count: count)
  }

  /// Starts a container and stops at the first thing in it.
  private mutating func open(_ kind: JSONKind, depth: Int) throws(Failure) -> Int {
    guard depth <= limits.maximumDepth else {
      throw failure(.tooDeep(limit: limits.maximumDepth))
    }
    tape.append(
      JSONTapeEntry(kind: kind, start: UInt32(offset), payload: JSONTapeEntry.none))
    offset += 1
    skipWhiteSpace()
    return tape.count - 1
  }

  /// Ends a container at its closing bracket.
  private mutating func close(_ container: Int, count: UInt32) {
    offset += 1
    tape[container].count = count
    tape[container].link = UInt32(tape.count)
  }

  /// Goes past a comma to what follows it, or stops at the closing bracket.
  private mutating func hasMore(before end: UInt8) throws(Failure) -> Bool {
    skipWhiteSpace()
    if next == end { return false }
    guard next == UInt8(ascii: ",") else { throw failure(.expectedCommaOrEnd) }
    let comma = offset
    offset += 1
    skipWhiteSpace()
    if next == end { throw Failure(reason: .trailingComma, offset: comma) }
    return true
  }

  private mutating func parseLiteral(_ word: StaticString, _ kind: JSONKind) throws(Failure) {
    let start = offset
    let matches = word.withUTF8Buffer { source[start...].starts(with: $0) }
    guard matches else {
      let rest = source[start...]
      let cutShort = word.withUTF8Buffer { $0.starts(with: rest) }
      throw Failure(reason: cutShort ? .unfinished : .expectedValue, offset: start)
    }
    offset += word.utf8CodeUnitCount
    append(JSONTapeEntry(kind: kind, start: UInt32(start)))
  }

  /// Adds an entry that holds no others.
  mutating func append(_ entry: JSONTapeEntry) {
    var entry = entry
    entry.link = UInt32(tape.count + 1)
    tape.append(entry)
  }

  mutating func skipWhiteSpace() {
    // Most bytes that come next are none, and canonical texts have none at all.
    if next > UInt8(ascii: " ") { return }
    let start = offset
    defer { if offset > start { isPlain = false } }
    while offset < source.count {
      switch source[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        offset += 1
      default: return
      }
    }
  }

  /// The byte to read next, or 0 at the end: outside strings, JSON has no use for a zero byte.
  var next: UInt8 { offset < source.count ? source[offset] : 0 }

  /// A failure at the next byte; at the end, what is wrong is that there is none.
  func failure(_ reason: JSONError.Reason) -> Failure {
    let isCutShort = offset == source.count && reason != .empty
    return Failure(reason: isCutShort ? .unfinished : reason, offset: offset)
  }
}

/// Names: chained in canonical order as objects close, which finds each name given twice.
extension JSONParser {
  /// Chains an object's names in canonical order.
  ///
  /// - Throws: A failure at the first name, in source order, that the object already has.
  mutating func linkNames(of object: Int) throws(Failure) {
    var name = object + 1
    tape[object].payload = UInt32(name)
    while true {
      let following = Int(tape[name + 1].link)
      guard following < tape.count else { break }
      guard order(UInt32(name), UInt32(following)) < 0 else { return try sortNames(of: object) }
      tape[name].link = UInt32(following)
      name = following
    }
    tape[name].link = JSONTapeEntry.none
  }

  /// The same for an object whose names are not in canonical order.
  private mutating func sortNames(of object: Int) throws(Failure) {
    isPlain = false
    var names: [UInt32] = []
    swap(&names, &unsortedNames)
    defer { swap(&names, &unsortedNames) }
    names.removeAll(keepingCapacity: true)

    var name = object + 1
    while name < tape.count {
      names.append(UInt32(name))
      name = Int(tape[name + 1].link)
    }
    names.sort { order($0, $1) < 0 }
    try refuseDuplicates(in: names)

    var next = JSONTapeEntry.none
    for name in names.reversed() {
      tape[Int(name)].link = next
      next = name
    }
    tape[object].payload = next
  }

  /// Equal names are adjacent, and sorting is stable: the second of two came later.
  private func refuseDuplicates(in names: [UInt32]) throws(Failure) {
    var duplicate: UInt32?
    for (name, following) in zip(names, names.dropFirst()) where order(name, following) == 0 {
      duplicate = min(duplicate ?? following, following)
    }
    if let duplicate {
      let entry = tape[Int(duplicate)]
      let text = String(decoding: decodedText(of: entry), as: UTF8.self)
      throw Failure(reason: .duplicateName(text), offset: Int(entry.start))
    }
  }

  private func order(_ first: UInt32, _ second: UInt32) -> Int {
    let first = tape[Int(first)]
    let second = tape[Int(second)]
    if first.isEscaped || second.isEscaped {
      return canonicalOrder(decodedText(of: first), decodedText(of: second))
    }
    return canonicalOrder(source.extracting(first.text), source.extracting(second.text))
  }

  private func decodedText(of entry: JSONTapeEntry) -> [UInt8] {
    guard entry.isEscaped else { return Array(source[entry.text]) }
    let start = Int(entry.payload) - source.count
    return Array(unescaped[start..<start + Int(entry.count)])
  }
}
