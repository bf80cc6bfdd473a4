import Projections
import Stances

/// The frames of a replay in the words of the table of postures, as the script of a page reads them.
///
///     {"texts": [[column, words], …],
///      "rows": [[[days, leading, trailing, [days, place, number, …], …], …], …]}
///
/// Each row is a company in a market; each of its frames is a change of its course, as
/// ``ReplayFrames/Frame`` is: the days since the frame before it, then the stretches, each with the
/// days since the one written before it; the first of both count from 1970-01-01. A stretch has only
/// those columns in which it differs from the one written before: the place of the words in `texts`
/// and, for each day that is left open there, a number of days from the stretch's first day on.
///
/// In `texts` a line feed stands for such a day, a carriage return for the count of days since it,
/// which grows by itself, and tabs part the cells of a column; printable words have none of these.
/// All words are made here, by the functions that write every report: the script joins them and
/// knows no rule.
struct ReplayData {
  let json: JSONValue

  init(_ rows: [ReplayFrames]) {
    var words = WordTable()
    let rows = rows.map { words.row($0) }
    json = ["texts": .array(words.texts), "rows": .array(rows)]
  }

  /// The data in an element that no recorded text can end.
  var markup: Markup {
    var bytes: [UInt8] = []
    for piece in json.compactBytes().split(
      separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    {
      if !bytes.isEmpty { bytes += "\\u003c".utf8 }
      bytes += piece
    }
    let data = Markup(stringLiteral: String(decoding: bytes, as: UTF8.self))
    return "<script type=\"application/json\" id=\"replay-data\">\(data)</script>\n"
  }
}

/// The words of a replay, each once, with what was written last of a row.
private struct WordTable {
  private struct Key: Hashable {
    let column: Int
    let words: String
  }

  private(set) var texts: [JSONValue] = []
  private var places: [Key: Int] = [:]

  mutating func row(_ row: ReplayFrames) -> JSONValue {
    var (knownBy, from) = (0, 0)
    var written: [Written] = []
    return .array(
      row.frames.map { frame in
        var items = [Int(frame.knownBy.ordinal) - knownBy, frame.leading, frame.trailing]
          .map { JSONValue($0) }
        knownBy = Int(frame.knownBy.ordinal)
        for stretch in frame.stretches {
          let day = Int(stretch.from.ordinal)
          var numbers = [day - from]
          from = day
          let now = ReplayCells.columns.enumerated().map { column, cells in
            let wording = DatedWords(cells.map { $0(stretch.posture) }, on: stretch.from)
            return Written(
              place: place(of: Key(column: column, words: wording.words)), days: wording.days)
          }
          for (column, text) in now.enumerated()
          where !written.indices.contains(column) || written[column] != text {
            numbers.append(text.place)
            numbers += text.days.map { $0 - day }
          }
          written = now
          items.append(.array(numbers.map { JSONValue($0) }))
        }
        return .array(items)
      })
  }

  private struct Written: Equatable {
    let place: Int
    let days: [Int]
  }

  private mutating func place(of key: Key) -> Int {
    if let place = places[key] { return place }
    places[key] = texts.count
    texts.append(.array([JSONValue(key.column), .string(key.words)]))
    return texts.count - 1
  }
}
