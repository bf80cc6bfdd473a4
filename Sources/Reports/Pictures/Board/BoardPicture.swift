package import Projections
import Stances

/// The board on a day: a column for each level of conduct, a row for each way in which word and
/// deed can compare, and a chip for each company and market.
package enum BoardPicture {
  private static let gutter = 136.0
  /// What a column without companies takes.
  private static let narrow = 68.0

  /// With more postures than this the board is wider and its chips are small.
  private static let many = 80

  /// Draws the postures of all companies on the day of the query.
  package static func picture(
    _ answer: Answer<[Posture]>, links: PictureLinks = .none, width: Double? = nil
  ) -> Picture {
    let postures = answer.content
    let board = Board(postures)
    let (size, standard): (BoardChips.Size, Double) =
      postures.count > many ? (.compact, 1_440) : (.regular, 960)
    let width = width ?? standard
    let columns = columns(of: board, width: width)
    var body = heads(of: columns, board)
    var y = 92.0
    for row in BoardRow.allCases {
      guard let cells = board.rows[row], !cells.isEmpty else { continue }
      let chips = columns.map { column in
        BoardChips(
          postures: cells[column.key] ?? [], showsMarket: board.showsMarket, size: size,
          links: links)
      }
      let areas = columns.map { $0.area(y + 6) }
      let chipsHeight = zip(chips, areas).map { $0.height(in: $1.width) }.max() ?? 0
      let height = max(30 + 15 * Double(row.label.count - 1), chipsHeight + 14)
      body += .line(from: 0, y, to: width, y, "thin rule")
      for (line, words) in row.label.enumerated() {
        body += .words(words, at: 0, y + 20 + 15 * Double(line), line == 0 ? "b" : "s soft")
      }
      for (chips, area) in zip(chips, areas) { body += chips.drawn(in: area) }
      y += height
    }
    if postures.isEmpty {
      body += .words("Nothing on record matches this query.", at: gutter, y + 20, "soft")
      y += 40
    }
    body += .line(from: 0, y, to: width, y, "thin rule")
    return Picture(
      title: "Where companies stand on \(answer.clocks.to)",
      description: "\(answer.queryLine). \(board.summary)",
      heading: Picture.Heading("Where companies stand", answer), width: width, height: y + 4,
      isLinked: !links.isEmpty && !postures.isEmpty, body: body)
  }

  /// One column: a level, or nil for what is not known.
  private struct Column {
    let key: Level?
    let x: Double
    let width: Double

    func area(_ y: Double) -> Rectangle { Rectangle(x: x + 3, y: y, width: width - 6, height: 0) }
  }

  /// Columns with companies share the room that those without leave, the fullest ones more.
  private static func columns(of board: Board, width whole: Double) -> [Column] {
    let keys: [Level?] = Level.allCases + [nil]
    let weights = keys.map { key in
      switch board.largestCell(in: key) {
      case 0: 0.0
      case 1...2: 1.0
      case 3...8: 1.3
      default: 2.4
      }
    }
    let total = weights.reduce(0, +)
    let empty = weights.count { $0 == 0 }
    let shared = whole - gutter - narrow * Double(total == 0 ? 0 : empty)
    var x = gutter
    return zip(keys, weights).map { key, weight in
      let width =
        total == 0
        ? shared / Double(keys.count)
        : weight == 0 ? narrow : shared * weight / total
      defer { x += width }
      return Column(key: key, x: x, width: width)
    }
  }

  private static func heads(of columns: [Column], _ board: Board) -> Markup {
    columns.reduce(into: Markup.words("does", at: gutter - 10, 76, "soft", .end)) { heads, column in
      let area = Rectangle(x: column.x + 3, y: 52, width: column.width - 6, height: 34)
      let content = ConductContent(level: column.key, isSeized: false)
      let count = board.count(in: column.key)
      let words = [content.words, column.key?.term, content.number].compactMap(\.self)
        .first { Lettering.width(of: $0, size: 11) < area.width - 2 }
      let style = column.key.map { "s on-\($0.term)" } ?? "s"
      let middle = area.x + area.width / 2
      heads += .rectangle(area, column.key.map { "edge \($0.term)" } ?? "edge hollow dash")
      heads += .words(words ?? content.number, at: middle, area.y + 14, style, .middle)
      heads += .words(
        count == 0 ? "–" : "\(count)", at: middle, area.y + 28, style, .middle)
    }
  }
}
