import Errors
import JSON
import Stances

/// Splits a CSV file into records: RFC 4180 with LF or CR LF, cells with commas, quotes and line
/// breaks in quotes.
///
/// A byte order mark at the start, which spreadsheets write, is passed over; so are empty lines.
struct CSVParser {
  private enum State { case cellStart, plain, quoted, quoteInQuoted }

  private var blocks: BlockReader
  private var block: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var recordLine = 1
  private let limit = JSONLimits.event.maximumBytes
  /// What separates cells: a comma, a semicolon or a tab, as the first line shows.
  let delimiter: Character

  init(_ file: InputFile) throws {
    blocks = BlockReader(file)
    block = try blocks.next()
    if block.starts(with: "\u{FEFF}".utf8) { offset = 3 }
    let rest = block[offset...]
    // Some spreadsheets say so themselves, in a line before the header.
    if rest.count > 4, rest.prefix(4).elementsEqual("sep=".utf8),
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
    {
      delimiter = Character(Unicode.Scalar(rest[rest.startIndex + 4]))
      offset = end + 1
      line = 2
    } else {
      delimiter = Self.delimiter(in: rest)
    }
  }

  /// The one of the three that the first line has most of outside quotes; a comma if it has none.
  private static func delimiter(in bytes: ArraySlice<UInt8>) -> Character {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for byte in bytes.drop(while: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: "\n") { break }
      counts[Character(Unicode.Scalar(byte)), default: 0] += 1
    }
    return [",", ";", "\t"].max { counts[$0] ?? 0 < counts[$1] ?? 0 }.flatMap {
      counts[$0] == nil || counts[$0] == counts[","] ? nil : $0
    } ?? ","
  }

  /// The next record that is not blank, or nil at the end.
  mutating func next() throws -> CSVRecord? {
    while let record = try nextRecord() {
      // Spreadsheets write a blank row as delimiters alone.
      if record.cells.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) { return record }
    }
    return nil
  }

  private mutating func nextRecord() throws -> CSVRecord? {
    guard var byte = try nextByte() else { return nil }
    recordLine = line
    var record = CSVRecord(line: line)
    var cell: [UInt8] = []
    var cellLine = line
    var size = 0
    let separator = delimiter.asciiValue ?? UInt8(ascii: ",")
    var state = State.cellStart
    while true {
      size += 1
      guard size <= limit else { throw refusal(.tooLong(limit: limit), line: recordLine) }
      switch (state, byte) {
      case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
      case (.quoteInQuoted, UInt8(ascii: "\"")):
        cell.append(byte)
        state = .quoted
      case (.quoted, _):
        if byte == UInt8(ascii: "\n") { line += 1 }
        cell.append(byte)
      case (_, separator):
        record.cells.append(try finished(cell, line: cellLine))
        cell.removeAll(keepingCapacity: true)
        cellLine = line
        state = .cellStart
      case (_, UInt8(ascii: "\n")), (_, UInt8(ascii: "\r")):
        if byte == UInt8(ascii: "\r") {
          guard try nextByte() == UInt8(ascii: "\n") else { throw refusal(.loneCarriageReturn) }
        }
        record.cells.append(try finished(cell, line: cellLine))
        line += 1
        return record
      case (.cellStart, UInt8(ascii: "\"")): state = .quoted
      case (.plain, UInt8(ascii: "\"")): throw refusal(.strayQuote)
      case (.quoteInQuoted, _): throw refusal(.textAfterQuote)
      case (.cellStart, _), (.plain, _):
        cell.append(byte)
        state = .plain
      }
      guard let following = try nextByte() else {
        guard state != .quoted else { throw refusal(.unclosedQuote, line: recordLine) }
        record.cells.append(try finished(cell, line: cellLine))
        return record
      }
      byte = following
    }
  }

  private func finished(_ cell: [UInt8], line: Int) throws(IntakeError) -> CSVRecord.Cell {
    guard let text = String(validating: cell, as: UTF8.self) else { throw refusal(.invalidUTF8) }
    return CSVRecord.Cell(text: text, line: line)
  }

  private func refusal(_ reason: CSVError, line: Int? = nil) -> IntakeError {
    IntakeError(
      place: .line(file: blocks.file.name, line: line ?? self.line), sentence: "\(reason)")
  }

  private mutating func nextByte() throws(InputError) -> UInt8? {
    if offset == block.count {
      block = try blocks.next()
      offset = 0
      guard !block.isEmpty else { return nil }
    }
    defer { offset += 1 }
    return block[offset]
  }
}

/// One record of a CSV file: its cells with the line on which each starts.
struct CSVRecord: Equatable {
  /// The line on which the record starts, from 1.
  let line: Int
  var cells: [Cell] = []

  struct Cell: Equatable {
    var text: String
    var line: Int
  }
}

/// Why a text is not CSV.
enum CSVError: StanceError, Hashable {
  /// The file ends within a quoted cell.
  case unclosedQuote
  /// Something other than a comma or a line end follows a quoted cell.
  case textAfterQuote
  /// A quotation mark is inside a cell that does not start with one.
  case strayQuote
  /// A carriage return that no line feed follows.
  case loneCarriageReturn
  /// A cell's bytes are not UTF-8.
  case invalidUTF8
  /// One record is longer than an event may be.
  case tooLong(limit: Int)

  var kind: ErrorKind { .badData }
}

extension CSVError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unclosedQuote:
      "the file ends inside a quoted cell; close it with a quotation mark"
    case .textAfterQuote:
      "text follows the closing quotation mark; write a quotation mark inside a cell twice (\"\")"
    case .strayQuote:
      "there is a quotation mark inside a cell; quote the whole cell and write the mark twice (\"\")"
    case .loneCarriageReturn:
      "a carriage return is not followed by a line feed; end lines with LF or CR LF"
    case .invalidUTF8:
      "these bytes are not UTF-8; save the file as UTF-8"
    case .tooLong(let limit):
      "the row is longer than \(limit) bytes; shorten it, or close a quotation mark left open"
    }
  }
}
