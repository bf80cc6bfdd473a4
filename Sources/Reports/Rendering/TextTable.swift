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

  /// The widths of the columns: each as its texts need or, if that is too much, its longest word
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

/// The text in lines of at most `width` columns, which must be at least 2.
///
/// Lines break between words; a word wider than a line is broken within.
package func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ") {
    for (index, piece) in broken(word, to: width).enumerated() {
      if index == 0, !line.isEmpty, used + 1 + piece.width <= width {
        line += " " + piece.text
        used += 1 + piece.width
      } else {
        if !line.isEmpty { lines.append(line) }
        (line, used) = piece
      }
    }
  }
  return lines.isEmpty || !line.isEmpty ? lines + [line] : lines
}

/// A word in pieces of at most `width` columns; one piece if it fits.
///
/// It breaks after a hyphen or slash if there is one in the second half of a piece, as names of
/// events and addresses are easier to read so.
private func broken(_ word: Substring, to width: Int) -> [(text: String, width: Int)] {
  let whole = displayWidth(word)
  if whole <= width { return [(String(word), whole)] }
  var pieces: [(text: String, width: Int)] = []
  var piece = ""
  var used = 0
  for character in word {
    let columns = displayWidth(String(character))
    if used + columns > width {
      var kept = piece
      while let last = kept.last, last != "-", last != "/" { kept.removeLast() }
      let keptWidth = displayWidth(kept)
      if keptWidth * 2 > width {
        pieces.append((kept, keptWidth))
        piece.removeFirst(kept.count)
        used -= keptWidth
      } else {
        pieces.append((piece, used))
        (piece, used) = ("", 0)
      }
    }
    piece.append(character)
    used += columns
  }
  return pieces + [(piece, used)]
}

/// A text that begins after a label and whose further lines begin below its first word.
func hanging(_ text: String, after label: String, width: Int) -> [String] {
  let indent = displayWidth(label)
  return wrapped(text, to: width - indent).enumerated().map { index, line in
    (index == 0 ? label : String(repeating: " ", count: indent)) + line
  }
}
