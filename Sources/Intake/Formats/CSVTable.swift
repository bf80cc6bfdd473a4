import Stances

/// A CSV file of a few known columns that are no fields of events, each row by their names.
package struct CSVTable {
  /// One row.
  package struct Row: Sendable {
    /// The line on which it begins.
    package let line: Int
    /// The texts of its cells without the blanks around them, by their columns; none is empty.
    package let cells: [String: String]
  }

  /// The names in the first row, in lower case.
  package let columns: [String]
  /// The rows after it that have something in them.
  package let rows: [Row]

  /// Reads a file to its end.
  ///
  /// - Throws: ``IntakeError`` with the line, ``InputError``.
  package init(_ file: InputFile) throws {
    var parser = try CSVParser(file)
    let names = try parser.next()?.cells.map { $0.text.trimmed().lowercased() } ?? []
    var rows: [Row] = []
    while let record = try parser.next() {
      guard record.cells.dropFirst(names.count).allSatisfy(\.isBlank) else {
        throw IntakeError(
          place: .line(file: file.name, line: record.line),
          sentence: "the row has \(record.cells.count) cells and the header \(names.count); quote "
            + "cells that hold the separator")
      }
      let cells = zip(names, record.cells).map { ($0, String($1.text.trimmed())) }
      rows.append(
        Row(
          line: record.line,
          cells: Dictionary(cells.filter { !$0.1.isEmpty }) { first, _ in first }))
    }
    columns = names
    self.rows = rows
  }
}
