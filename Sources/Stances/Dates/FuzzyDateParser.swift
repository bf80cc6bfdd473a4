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
