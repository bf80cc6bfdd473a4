import Projections
import Stances

extension Answer {
  /// What the query was, on one line under a report's title.
  var queryLine: String {
    let asked = clocks.queryLine(rules: rules)
    return [asked, choice.unitWords, onlyWords.map { "only \($0)" }].compactMap(\.self)
      .joined(separator: " · ")
  }
}

extension Answer {
  /// The log with its root, and the query, by which anyone finds the same answer again.
  var sourceLine: String { "\(head.name) · root \(head.root) · \(queryLine)" }
}

extension Clocks {
  /// The query in words, with the rules by which it was answered.
  func queryLine(rules: String) -> String {
    let known = knownBy.map { "as known by \($0)" } ?? "with all that is known today"
    let parts = ["As of \(to), \(known)", fuzzyWords, "log position \(at)", "rules \(rules)"]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private var fuzzyWords: String? {
    switch fuzzy {
    case .lenient: nil
    case .strict: "fuzzy dates strict"
    }
  }
}

extension Answer {
  /// What the answer rests on, on one line under a report.
  var proofLine: String { head.line(rules: rules) }
}

extension LogHead {
  /// What the log is called.
  fileprivate var name: String { origin.map { "Log \($0)" } ?? "Unnamed log" }

  /// The log, its size and root, and the rules by which it was read.
  fileprivate func line(rules: String) -> String {
    [name, "size \(size)", "root \(root)", "rules \(rules)"].joined(separator: " · ")
  }
}

extension Evidence {
  /// The source as a reader would cite it: publisher, title, date, grade in words, addresses.
  var citation: RichText { cited(quoting: nil) }

  /// The citation with the quotation, verbatim.
  var quotedCitation: RichText { cited(quoting: quote) }

  /// The citation without its addresses, for a format that links it.
  var sourceWords: String {
    var text = publisher
    if let origin { text += ", citing \(origin)" }
    if let title { text += ", “\(title)”" }
    if let language, language != "en" { text += " (\(language))" }
    if let published { text += ", \(published.spoken)" }
    return text + " (\(grade.words))"
  }

  private func cited(quoting quote: String?) -> RichText {
    let text = sourceWords + (quote.map { ": “\($0)”" } ?? ".")
    var runs: [RichText.Run] = [.text(text)]
    if let url { runs += [.text(" "), .address(url)] }
    if let archived { runs += [.text(" Archived: "), .address(archived)] }
    return RichText(runs: runs)
  }
}

/// The meaning of the grades in a report whose tables name them by their codes.
enum GradeLegend {
  /// The grades under their heading, best first; nothing without any.
  static func blocks(of grades: [AdmiraltyGrade]) -> [Document.Block] {
    let used = Set(grades).sorted { $0.rank < $1.rank }
    guard !used.isEmpty else { return [] }
    return [
      .heading("Grades of evidence"),
      .facts(used.map { .init($0.code, "\($0.reliability.words), \($0.credibility.words)") }),
    ]
  }
}

/// The numbered sources of a report: each source once, in the order of first use.
struct SourceNotes {
  private(set) var notes: [RichText] = []
  private var numbers: [RichText: Int] = [:]

  /// The numbers of some sources, which are added if they are new.
  mutating func numbers(for evidence: [Evidence]) -> [Int] {
    evidence.map { number(for: $0.citation) }.reduce(into: []) { numbers, number in
      if !numbers.contains(number) { numbers.append(number) }
    }
  }

  private mutating func number(for citation: RichText) -> Int {
    if let number = numbers[citation] { return number }
    notes.append(citation)
    numbers[citation] = notes.count
    return notes.count
  }
}
