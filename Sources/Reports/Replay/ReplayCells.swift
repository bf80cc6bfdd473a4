import Projections
import Stances

/// What a row of the table of postures shows of a posture, apart from its market.
enum ReplayCells {
  typealias Cell = @Sendable (Posture) -> [WordingPart]

  /// The cells of each column, from left to right.
  static let columns: [[Cell]] = [
    [{ [.text($0.displayName)] }],
    [{ [.text($0.saysMark)] }, { [.text($0.says)] }],
    [{ [.text($0.doesMark)] }, { [.text($0.does)] }],
    [{ [.text($0.restsWithLatest)] }, { [.text($0.contestMark)] }],
    [\.gapParts],
  ]

  /// The words of all cells for one posture; empty ones without any.
  static func words(of posture: Posture?) -> [String] {
    columns.joined().map { cell in posture.map { cell($0).map(\.words).joined() } ?? "" }
  }
}

/// Words in which days are left open: a wording that is the same for many days is one text.
struct DatedWords {
  /// The words, with a line feed for each day of the calendar, a carriage return for each count of
  /// days since a day, and tabs between the cells.
  private(set) var words = ""
  /// The days left open, in order, in days since 1970-01-01.
  private(set) var days: [Int] = []

  /// The words of some cells as they are on a day.
  init(_ cells: [[WordingPart]], on day: Day) {
    for (number, cell) in cells.enumerated() {
      if number > 0 { words += "\t" }
      for part in cell {
        switch part {
        case .text(let text): add(printable(text))
        case .days(let number):
          words += "\r"
          days.append(Int(day.ordinal) - number)
        }
      }
    }
  }

  private mutating func add(_ text: String) {
    var rest = text[...]
    for range in text.writtenDays {
      guard let day = try? Day(iso: String(text[range])) else { continue }
      words += rest[..<range.lowerBound] + "\n"
      days.append(Int(day.ordinal))
      rest = text[range.upperBound...]
    }
    words += rest
  }
}

extension Posture {
  /// The depth of what it says, which its mark shows; empty where it said nothing of a level.
  fileprivate var saysMark: String { voice.kind.isStandingWord ? voice.depth.withMinus : "" }

  /// The depth of what it does; empty where that is not known.
  fileprivate var doesMark: String { conduct.map { $0.level.depth.withMinus } ?? "" }

  /// Whether other evidence stands against what it does.
  fileprivate var contestMark: String { contested.isEmpty ? "" : "contested" }
}
