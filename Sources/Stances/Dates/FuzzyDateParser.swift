extension FuzzyDateSyntax {
  /// Reads a whole EDTF text.
  init(parsing text: String) throws(FuzzyDateError) {
    var scanner = ASCIIScanner(text)
    let syntax: FuzzyDateSyntax?
    if scanner.take("[") {
      syntax = .choice(.oneOf, try Self.members(&scanner, closing: "]", of: text))
    } else if scanner.take("{") {
      syntax = .choice(.allOf, try Self.members(&scanner, closing: "}", of: text))
    } else {
      syntax = try Self.dateOrInterval(&scanner, of: text)
    }
    guard let syntax, scanner.isAtEnd else { throw .notEDTF(text) }
    self = syntax
  }

  private static func dateOrInterval(
    _ scanner: inout ASCIIScanner, of text: String
  ) throws(FuzzyDateError) -> FuzzyDateSyntax? {
    guard let start = try end(&scanner) else { return nil }
    if scanner.take("/") {
      guard let end = try end(&scanner) else { return nil }
      if case .date(let first) = start, case .date(let last) = end, first.earliest > last.latest {
        throw .reversed(text)
      }
      guard start.date != nil || end.date != nil else { throw .boundless(text) }
      return .interval(start: start, end: end)
    }
    guard case .date(let date) = start else { return nil }
    guard case .day(let day) = date.part, date.flags.isEmpty, scanner.take("T") else {
      return .date(date)
    }
    guard scanner.scanClockTime() != nil else { return nil }
    if !scanner.isAtEnd, scanner.scanOffset() == nil { return nil }
    return .moment(day)
  }

  /// Reads one end of an interval: a date, `..` (open), or nothing (unknown).
  private static func end(_ scanner: inout ASCIIScanner) throws(FuzzyDateError) -> End? {
    if scanner.take(sequence: "..") { return .open }
    if scanner.isAtEnd || scanner.isNext("/") { return .unknown }
    return try PartialDateParser.parse(&scanner).map { .date($0) }
  }

  /// Reads a set's elements and its closing bracket; `..` may open the first and the last of them.
  private static func members(
    _ scanner: inout ASCIIScanner, closing bracket: Unicode.Scalar, of text: String
  ) throws(FuzzyDateError) -> [Member] {
    var members: [Member] = []
    repeat {
      let isOpen = members.isEmpty && scanner.take(sequence: "..")
      guard let date = try PartialDateParser.parse(&scanner) else { throw .notEDTF(text) }
      if isOpen {
        members.append(.orEarlier(date))
      } else if !scanner.take(sequence: "..") {
        members.append(.date(date))
      } else if scanner.take(bracket) {
        return members + [.orLater(date)]
      } else if let last = try PartialDateParser.parse(&scanner) {
        guard date.earliest <= last.latest else { throw .reversed(text) }
        members.append(.range(date, last))
      } else {
        throw .notEDTF(text)
      }
    } while scanner.take(",")
    guard scanner.take(bracket) else { throw .notEDTF(text) }
    return members
  }
}

/// The parts of a fuzzy date, as its text names them.
enum FuzzyDateSyntax {
  case date(PartialDate)
  /// A moment; only its day, as written, counts.
  case moment(Day)
  /// From a start to an end, of which at least one is a date.
  case interval(start: End, end: End)
  /// `[…]`, one of these, or `{…}`, all of these.
  case choice(Choice, [Member])

  /// One end of an interval.
  enum End {
    case date(PartialDate)
    case open
    case unknown
  }

  enum Choice {
    case oneOf
    case allOf
  }

  /// An element of a set.
  enum Member {
    case date(PartialDate)
    case range(PartialDate, PartialDate)
    case orEarlier(PartialDate)
    case orLater(PartialDate)
  }
}

extension FuzzyDateSyntax {
  var bounds: (earliest: Day, latest: Day) {
    switch self {
    case .date(let date): (date.earliest, date.latest)
    case .moment(let day): (day, day)
    case .interval(let start, let end):
      (start.date?.earliest ?? .distantPast, end.date?.latest ?? .distantFuture)
    case .choice(_, let members):
      members.reduce(into: (.distantFuture, .distantPast)) { bounds, member in
        bounds = (min(bounds.0, member.bounds.0), max(bounds.1, member.bounds.1))
      }
    }
  }

  /// The last day that the start of an interval may mean; nil for what is no interval.
  ///
  /// A start that no one knows does not bound anything.
  var startBound: Day? {
    guard case .interval(let start, _) = self else { return nil }
    return start.date?.latest ?? .distantPast
  }

  var flags: FuzzyDateFlags {
    switch self {
    case .date(let date): date.flags
    case .moment: []
    case .interval(let start, let end):
      start.flags(open: .openStart, unknown: .unknownStart)
        .union(end.flags(open: .openEnd, unknown: .unknownEnd))
    case .choice(_, let members):
      members.reduce(into: []) { $0.formUnion($1.flags) }
    }
  }
}

extension FuzzyDateSyntax.End {
  var date: PartialDate? {
    if case .date(let date) = self { date } else { nil }
  }

  fileprivate func flags(open: FuzzyDateFlags, unknown: FuzzyDateFlags) -> FuzzyDateFlags {
    switch self {
    case .date(let date): date.flags
    case .open: open
    case .unknown: unknown
    }
  }
}

extension FuzzyDateSyntax.Member {
  fileprivate var bounds: (Day, Day) {
    switch self {
    case .date(let date): (date.earliest, date.latest)
    case .range(let first, let last): (first.earliest, last.latest)
    case .orEarlier(let date): (.distantPast, date.latest)
    case .orLater(let date): (date.earliest, .distantFuture)
    }
  }

  /// "Or earlier" opens a choice, not a span of time: no interval's end is open because of it.
  fileprivate var flags: FuzzyDateFlags {
    switch self {
    case .date(let date), .orEarlier(let date), .orLater(let date): date.flags
    case .range(let first, let last): first.flags.union(last.flags)
    }
  }
}

/// Reads fixed ASCII forms, such as dates, byte by byte; a `take` that fails consumes nothing.
struct ASCIIScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The byte ahead, if any.
  var next: UInt8? { isAtEnd ? nil : bytes[position] }

  /// Whether these bytes come next.
  func isNext(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    return expected.withUTF8Buffer { $0.elementsEqual(bytes[position..<(position + count)]) }
  }

  /// Consumes one byte if it comes next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == byte.value else { return false }
    position += 1
    return true
  }

  /// Consumes these bytes if they come next.
  mutating func take(sequence expected: StaticString) -> Bool {
    guard isNext(expected) else { return false }
    position += expected.utf8CodeUnitCount
    return true
  }

  /// Consumes exactly this many digits and returns their number.
  mutating func takeDigits(_ count: Int) -> Int? {
    guard bytes.count - position >= count else { return nil }
    var number = 0
    for byte in bytes[position..<(position + count)] {
      guard let digit = decimalDigit(byte) else { return nil }
      number = number * 10 + digit
    }
    position += count
    return number
  }

  /// Consumes every digit ahead and gives their values, for forms of varying length.
  mutating func takeDigitRun() -> [Int] {
    var digits: [Int] = []
    while let next, let digit = decimalDigit(next) {
      digits.append(digit)
      position += 1
    }
    return digits
  }
}

/// The value of an ASCII digit.
private func decimalDigit(_ byte: UInt8) -> Int? {
  0x30...0x39 ~= byte ? Int(byte - 0x30) : nil
}
