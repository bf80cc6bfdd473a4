import Stances

/// A table laid out in columns of text.
struct TextTable {
  /// The spaces between two cells.
  private static let gap = 2
  /// A word of up to this many columns is kept whole if there is room at all.
  private static let longestKeptWord = 24

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

  /// A rule and the rows, with blank lines between them if some row takes several.
  var body: [String] {
    let rule = joined(widths.map { String(repeating: "─", count: $0) })
    let rows = rows.map(cells)
    let gap = rows.contains { $0.count > 1 } ? [""] : []
    return [rule] + rows.joined(separator: gap)
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
  /// The width up to which a longer text makes its column's share larger.
  private static let longestCountedText = 60

  /// The widths of the columns: each as its texts need or, where that is too much, its longest word
  /// as far as there is room for all, and of the rest a share by how much more its texts need.
  private static func fitted(_ texts: [[String]], into available: Int) -> [Int] {
    let natural = texts.map { max(2, $0.map(displayWidth).max() ?? 0) }
    guard natural.reduce(0, +) > available else { return natural }
    let words = texts.map { column in
      column.lazy.flatMap { $0.split(separator: " ") }.map(displayWidth).max() ?? 0
    }
    let caps = sequence(first: longestKeptWord) { $0 > 2 ? $0 - 1 : nil }
    let floors = caps.lazy.map { cap in zip(words, natural).map { max(2, min($0, $1, cap)) } }
    let least = floors.first { $0.reduce(0, +) <= available } ?? natural.map { _ in 2 }
    let wants = zip(natural, least).map { max(0, min($0, longestCountedText) - $1) }
    let room = max(0, available - least.reduce(0, +))
    let total = max(1, wants.reduce(0, +))
    return zip(least, wants).map { $0 + $1 * room / total }
  }
}
