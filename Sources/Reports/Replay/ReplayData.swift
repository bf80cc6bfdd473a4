import Errors
import JSON
import Projections
import Stances

/// The frames of a replay in the words of the table of postures, as page.js reads them.
///
///     {"knowsAll": true,
///      "levels": {"suspended": "3", …},
///      "texts": [{"column": "says", "words": …, "level": "suspended"}, …],
///      "rows": [[[days, leading, trailing, [days, place, number, …], …], …], …]}
///
/// Each row is a company in a market; each of its frames is a change of its history, as
/// ``ReplayFrames/Frame`` is: the days since the frame before it, then the periods, each with the
/// days since the one written before it; the first of both count from 1970-01-01. Instead of the
/// days, `null` is a beginning that is not known: what is open in such a period counts from
/// 1970-01-01. A frame with `"all"` is known only with all that is recorded. A period has only
/// those columns in which it differs from the one written before: the place of the words in `texts`
/// and, for each day that is left open there, a number of days from the period's first day on.
///
/// A text has the `column` and the `words` of a cell and, if there are any, the `age` that follows
/// the words, the `level` whose mark goes before them, the mark of a `contest` and the `gap` as a
/// number. In `words` and `age` a line feed means a day that is left open and a carriage return
/// for the count of days since it, which grows by itself; printable words have neither. `levels`
/// has the mark of each level. `knowsAll` says that the page knows all that is recorded, so that no
/// day of knowledge is named. All words are made here, by the functions that write every report:
/// the script joins them and knows no rule.
///
/// Beside these data the script reads, and if it says so writes, the following attributes:
///
/// | element | attribute |
/// |---|---|
/// | a row of the table | `data-strip`: whose it is, the same as of the strip in a picture |
/// | a cell of the table | `data-cell`: its ``ReplayColumn``, or `market` |
/// | the mark of a level | `data-level`: the level, written as well; empty without one |
/// | a strip | `data-strip`; `data-top`, `data-lane`, `data-gap`: the places of its lanes, and their heights |
/// | the lines of the clocks | `data-first`, `data-last`: the days of the axis; `data-left`, `data-right`: their places; `data-later`: the words for what comes after the line |
/// | the mark of an event | `data-known`: the day from which it could be known, or `all` as above; none if it always could |
/// | a note under a picture | `data-moves`: `day` if the picture moves with the first slider |
///
/// Days are numbers since 1970-01-01 everywhere.
struct ReplayData {
  let json: JSONValue

  /// The data of some rows, on a page that knows all that is recorded or not.
  init(_ rows: [ReplayFrames], knowsAll: Bool) {
    var texts = ReplayTexts()
    let rows = rows.map { texts.row($0) }
    let levels = Level.allCases.map {
      (name: $0.term, value: JSONValue.string($0.depth.withMinus))
    }
    json = [
      "knowsAll": .bool(knowsAll), "levels": .object(levels), "texts": .array(texts.json),
      "rows": .array(rows),
    ]
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

/// The texts of a replay, each once, with what was written last of a row.
private struct ReplayTexts {
  private(set) var json: [JSONValue] = []
  private var places: [OpenText: Int] = [:]

  /// A text of a row: its place in the table, and the days that it leaves open.
  private struct Written: Equatable {
    let place: Int
    let days: [Int]
  }

  mutating func row(_ row: ReplayFrames) -> JSONValue {
    var (knownBy, from) = (0, 0)
    var written: [Written] = []
    return .array(
      row.frames.map { frame in
        var items = [frame.leading, frame.trailing].map { JSONValue($0) }
        switch frame.knownBy {
        case .always: items.insert(.null, at: 0)
        case .never: items.insert("all", at: 0)
        case .on(let day):
          items.insert(JSONValue(Int(day.ordinal) - knownBy), at: 0)
          knownBy = Int(day.ordinal)
        }
        for period in frame.periods {
          // Days that are open in what has no known beginning count from 1970-01-01.
          let day = period.from.map { Int($0.ordinal) } ?? 0
          let start = period.from.map { _ in JSONValue(day - from) } ?? .null
          if period.from != nil { from = day }
          var numbers: [Int] = []
          let now = ReplayColumn.allCases.map { column in
            let (text, days) = OpenText.of(
              period.posture.cell(column), in: column, on: period.from)
            return Written(place: place(of: text), days: days)
          }
          for (column, text) in now.enumerated()
          where !written.indices.contains(column) || written[column] != text {
            numbers.append(text.place)
            numbers += text.days.map { $0 - day }
          }
          written = now
          items.append(.array([start] + numbers.map { JSONValue($0) }))
        }
        return .array(items)
      })
  }

  private mutating func place(of text: OpenText) -> Int {
    if let place = places[text] { return place }
    places[text] = json.count
    json.append(text.json)
    return json.count - 1
  }
}

/// A cell whose days are left open: a wording that is the same for many days is one text.
private struct OpenText: Hashable {
  private let column: ReplayColumn
  private let words: String
  private let age: String
  private let level: Level?
  private let contest: String
  private let gap: Int

  /// A cell as it is on a day, with the days left open in it, in order, since 1970-01-01.
  static func of(
    _ cell: ReplayCell, in column: ReplayColumn, on day: Day?
  ) -> (text: OpenText, days: [Int]) {
    var days: [Int] = []
    let text = OpenText(
      column: column, words: open([.text(cell.words)], on: day, &days),
      age: open(cell.age, on: day, &days), level: cell.level, contest: cell.contest, gap: cell.gap)
    return (text, days)
  }

  var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("column", .string(column.rawValue)), ("words", .string(words)),
    ]
    if !age.isEmpty { members.append(("age", .string(age))) }
    if let level { members.append(("level", .string(level.term))) }
    if !contest.isEmpty { members.append(("contest", .string(contest))) }
    if gap != 0 { members.append(("gap", JSONValue(gap))) }
    return .object(members)
  }

  private static func open(_ parts: [WordingPart], on day: Day?, _ days: inout [Int]) -> String {
    var words = ""
    for part in parts {
      switch part {
      case .text(let text):
        let text = printable(text)
        var rest = text[...]
        for range in text.writtenDays {
          guard let day = try? Day(iso: String(text[range])) else { continue }
          words += rest[..<range.lowerBound] + "\n"
          days.append(Int(day.ordinal))
          rest = text[range.upperBound...]
        }
        words += rest
      case .days(let number):
        guard let day else {
          words += part.words
          continue
        }
        words += "\r"
        days.append(Int(day.ordinal) - number)
      }
    }
    return words
  }
}
