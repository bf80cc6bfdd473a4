import Projections
import Stances

/// The frames of a replay in the words of the table of postures, as the script of a page reads them.
///
///     {"texts": [word, …],
///      "rows": [[[knownBy, leading, trailing, [[from, cell, cell, …, [gap]], …]], …], …]}
///
/// A day is a number of days since 1970-01-01. Each row is a company in a market; each of its
/// frames is a change of its course, as ``ReplayFrames/Frame`` is. A cell is the place of its words
/// in `texts`; the gap is a list in which places and numbers of days take turns, because days grow
/// by themselves. All words are made here, by the functions that write every report: the script
/// joins them and knows no rule.
struct ReplayData {
  /// What a row shows of a posture, apart from the gap, in the order of its columns.
  static let cells: [@Sendable (Posture) -> String] = [
    \.displayName, \.saysMark, \.says, \.doesMark, \.does, \.restsWithLatest, \.contestMark,
  ]

  let json: JSONValue

  init(_ rows: [ReplayFrames]) {
    var words = WordTable()
    let rows = rows.map { row in
      JSONValue.array(
        row.frames.map { frame in
          .array([
            .integer(Int64(frame.knownBy.ordinal)), .integer(Int64(frame.leading)),
            .integer(Int64(frame.trailing)),
            .array(frame.stretches.map { words.stretch($0) }),
          ])
        })
    }
    json = ["texts": .array(words.texts.map(JSONValue.string)), "rows": .array(rows)]
  }

  /// The data in an element that no recorded text can end.
  var markup: Markup {
    let bytes = json.compactBytes().flatMap { byte -> [UInt8] in
      byte == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [byte]
    }
    let data = Markup(stringLiteral: String(decoding: bytes, as: UTF8.self))
    return "<script type=\"application/json\" id=\"replay-data\">\(data)</script>\n"
  }
}

/// The words of a replay, each once.
private struct WordTable {
  private(set) var texts: [String] = []
  private var places: [String: Int64] = [:]

  mutating func stretch(_ stretch: PostureCourse.Stretch) -> JSONValue {
    let posture = stretch.posture
    let cells = ReplayData.cells.map { JSONValue.integer(place(of: $0(posture))) }
    return .array(
      [.integer(Int64(stretch.from.ordinal))] + cells + [gap(posture.gapParts)])
  }

  private mutating func gap(_ parts: [WordingPart]) -> JSONValue {
    var text = ""
    var turns: [JSONValue] = []
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .days(let number):
        turns += [.integer(place(of: text)), .integer(Int64(number))]
        text = ""
      }
    }
    if !text.isEmpty || turns.isEmpty { turns.append(.integer(place(of: text))) }
    return .array(turns)
  }

  private mutating func place(of text: String) -> Int64 {
    if let place = places[text] { return place }
    let place = Int64(texts.count)
    texts.append(printable(text))
    places[text] = place
    return place
  }
}

extension Posture {
  /// The depth of what it says, which its mark shows; empty where it said nothing of a level.
  var saysMark: String { voice.kind.isStandingWord ? voice.depth.withMinus : "" }

  /// The depth of what it does; empty where that is not known.
  var doesMark: String { conduct.map { $0.level.depth.withMinus } ?? "" }

  /// Whether other evidence stands against what it does.
  var contestMark: String { contested.isEmpty ? "" : "contested" }
}
