import Stances

/// A table laid out in columns of text.
struct TextTable {
  /// The spaces between two cells.
  private static let gap = 2
  /// A word of up to this many columns is kept whole if there is room at all.
  private static let longestKeptWord = 18

  private let table: Table
  private let rows: [[String]]
  private let widths: [Int]

  init(_ table: Table, width: Int) {
    self.table = table
    let rows = table.rows.map { $0.map(\.plain) }
    self.rows = rows
    let texts = table.columns.indices.map { column in
      [table.columns[column].title] + rows.map { $0[column] }
    }
    widths = Self.fitted(texts, into: width - Self.gap * max(0, table.columns.count - 1))
  }

  /// The line of titles.
  var head: [String] { cells(table.columns.map(\.title)) }

  /// A rule and the rows.
  var body: [String] {
    [joined(widths.map { String(repeating: "─", count: $0) })] + rows.flatMap(cells)
  }

  /// The lines of one row, as many as its highest cell has.
  private func cells(_ texts: [String]) -> [String] {
    let columns = zip(texts, widths).map { wrapped($0, to: $1) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in
      joined(columns.map { line < $0.count ? $0[line] : "" })
    }
  }

  private func joined(_ cells: [String]) -> String {
    var line = zip(zip(cells, widths), table.columns)
      .map { cell, column in cell.0.padded(to: cell.1, column.alignment) }
      .joined(separator: String(repeating: " ", count: Self.gap))
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension TextTable {
  /// The widths of the columns: each as its texts need, the widest cut back until all fit.
  private static func fitted(_ texts: [[String]], into available: Int) -> [Int] {
    let natural = texts.map { max(2, $0.map(displayWidth).max() ?? 0) }
    guard natural.reduce(0, +) > available else { return natural }
    let words = texts.map { column in
      column.lazy.flatMap { $0.split(separator: " ") }.map(displayWidth).max() ?? 0
    }
    let floors = zip(words, natural).map { max(2, min($0, $1, longestKeptWord)) }
    return cutBack(natural, floors: floors, into: available)
      ?? cutBack(natural, floors: natural.map { _ in 2 }, into: available)
      ?? natural.map { _ in 2 }
  }

  /// The widths under the highest common limit with which all fit, none below its floor; nil where
  /// the floors alone do not fit.
  private static func cutBack(_ natural: [Int], floors: [Int], into available: Int) -> [Int]? {
    guard floors.reduce(0, +) <= available else { return nil }
    var fitting = floors
    for limit in 2...max(2, available) {
      let widths = zip(natural, floors).map { max($1, min($0, limit)) }
      guard widths.reduce(0, +) <= available else { break }
      fitting = widths
    }
    return fitting
  }
}
