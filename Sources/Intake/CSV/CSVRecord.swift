import Errors

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
  /// A quotation mark stands inside a cell that does not start with one.
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
