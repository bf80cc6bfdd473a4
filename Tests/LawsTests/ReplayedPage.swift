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

  private let texts: [String]
  private let rows: [[JSONValue]]

  init(_ html: String) throws {
    let opening = try #require(
      html.firstRange(of: "<script type=\"application/json\" id=\"replay-data\">"))
    let rest = html[opening.upperBound...]
    let closing = try #require(rest.firstRange(of: "</script>"))
    let data = try JSONDocument(parsing: Array(rest[..<closing.lowerBound].utf8))
    let members = JSONValue(data.root).members
    texts = try #require(members["texts"]).elements.map(\.text)
    rows = try #require(members["rows"]).elements.map(\.elements)
  }

  /// The rows on a day, as known by another; in the order of the page.
  func rows(on day: Day, knownBy: Day?) -> [Row] {
    rows.compactMap { frames in
      var course: [[JSONValue]] = []
      for frame in frames.map(\.elements) {
        if let knownBy, frame[0].number > knownBy.ordinal { break }
        let tail = course.suffix(frame[2].number)
        course = course.prefix(frame[1].number) + frame[3].elements.map(\.elements) + tail
      }
      guard let stretch = course.last(where: { $0[0].number <= day.ordinal }) else { return nil }
      let words = stretch[1...7].map { texts[$0.number] }
      let gap = stretch[8].elements.enumerated().map { index, part in
        index.isMultiple(of: 2)
          ? texts[part.number] : days(part.number + Int(day.ordinal) - stretch[0].number)
      }
      return Row(
        name: words[0], says: words[2], does: words[4], rests: words[5], gap: gap.joined(),
        isContested: words[6] == "contested")
    }
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

  fileprivate var number: Int { if case .integer(let number) = self { Int(number) } else { 0 } }

  fileprivate var text: String { if case .string(let text) = self { text } else { "" } }
}
