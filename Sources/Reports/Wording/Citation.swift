import Stances

extension Evidence {
  /// The source as a reader would cite it: publisher, title, date, grade in words, addresses.
  var citation: RichText {
    var text = publisher
    if let title { text += ", “\(title)”" }
    if let language { text += " (in \(language))" }
    if let published { text += ", \(published.spoken)" }
    var runs: [RichText.Run] = [.text("\(text). \(grade.words).")]
    if let url { runs += [.text(" "), .address(url)] }
    if let archived { runs += [.text(" Archived: "), .address(archived)] }
    return RichText(runs: runs)
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
