import JSON
import Stances
import Testing

/// The replay in a page, read as the page's script reads it.
struct ReplayedPage {
  /// What the table of postures says in one row.
  struct Row: Hashable {
    let name: String
    let says: String
    let does: String
    let rests: String
    let gap: String
    let isContested: Bool
  }

  /// A text of the page: its column, and its members with the days that they leave open.
  private struct Text {
    let column: String
    let words: String
    let isContested: Bool
    var days: [Int] = []

    init(_ members: [String: JSONValue]) {
      column = members["column"]?.text ?? ""
      words = (members["words"]?.text ?? "") + (members["age"]?.text ?? "")
      isContested = members["contest"] != nil
    }

    var holes: Int { words.unicodeScalars.count { $0 == "\n" || $0 == "\r" } }
  }

  /// One period: its first day and the texts of its columns.
  private typealias Period = (from: Int, texts: [String: Text])

  /// One change of a row's history.
  private typealias Frame = (knownBy: Int, leading: Int, trailing: Int, periods: [Period])

  private let rows: [[Frame]]

  init(_ html: String) throws {
    let opening = try #require(
      html.firstRange(of: "<script type=\"application/json\" id=\"replay-data\">"))
    let rest = html[opening.upperBound...]
    let closing = try #require(rest.firstRange(of: "</script>"))
    let data = try JSONDocument(parsing: Array(rest[..<closing.lowerBound].utf8))
    let members = JSONValue(data.root).members
    let texts = try #require(members["texts"]).elements
      .map { Text($0.members) }
    rows = try #require(members["rows"]).elements.map { Self.frames($0.elements, texts) }
  }

  private static func frames(
    _ frames: [JSONValue], _ texts: [Text]
  ) -> [Frame] {
    var (knownBy, from) = (0, 0)
    var written: [String: Text] = [:]
    return frames.map(\.elements).map { frame in
      let isDay = !frame[0].isNull && frame[0].text.isEmpty
      if isDay { knownBy += frame[0].number }
      let known = isDay ? knownBy : frame[0].isNull ? .min : .max
      let periods = frame[3...].map(\.elements).map { elements -> Period in
        let numbers = elements.map(\.number)
        let isOpen = elements[0].isNull
        if !isOpen { from += numbers[0] }
        let first = isOpen ? 0 : from
        var rest = numbers.dropFirst()
        while let place = rest.popFirst() {
          var text = texts[place]
          text.days = rest.prefix(text.holes).map { first + $0 }
          rest = rest.dropFirst(text.holes)
          written[text.column] = text
        }
        return (isOpen ? .min : from, written)
      }
      return (known, frame[1].number, frame[2].number, periods)
    }
  }

  /// The rows on a day, as known by another; in the order of the page.
  func rows(on day: Day, knownBy: Day?) -> [Row] {
    rows.compactMap { frames -> Row? in
      var history: [Period] = []
      for frame in frames {
        if let knownBy, frame.knownBy > knownBy.ordinal { break }
        let tail = history.suffix(frame.trailing)
        history = history.prefix(frame.leading) + frame.periods + tail
      }
      guard let period = history.last(where: { $0.from <= day.ordinal }) else { return nil }
      func words(_ column: String) -> String {
        period.texts[column].map { self.words(of: $0, on: Int(day.ordinal)) } ?? "?"
      }
      return Row(
        name: words("name"), says: words("says"), does: words("does"), rests: words("basis"),
        gap: words("gap"), isContested: period.texts["basis"]?.isContested == true)
    }
  }

  private func words(of text: Text, on day: Int) -> String {
    var open = text.days[...]
    var words = ""
    for scalar in text.words.unicodeScalars {
      switch scalar {
      case "\n": words += open.popFirst().map { "\(Day(ordinal: $0))" } ?? "?"
      case "\r": words += open.popFirst().map { days(day - $0) } ?? "?"
      default: words.unicodeScalars.append(scalar)
      }
    }
    return words
  }

  private func days(_ number: Int) -> String {
    number == 0 ? "no days" : number == 1 ? "1 day" : "\(number) days"
  }
}

extension JSONValue {
  fileprivate var members: [String: JSONValue] {
    guard case .object(let members) = self else { return [:] }
    return Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  fileprivate var isNull: Bool { if case .null = self { true } else { false } }

  fileprivate var number: Int { if case .integer(let number) = self { Int(number) } else { 0 } }

  fileprivate var text: String { if case .string(let text) = self { text } else { "" } }
}
