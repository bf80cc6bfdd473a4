import Stances

/// The tables of the vocabulary page.
enum PageTables {
  static func table(_ heading: [String], _ rows: [[String]]) -> String {
    ([heading, heading.map { _ in "---" }] + rows)
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// The fields that every event has, in the table of a dated type.
  static var common: String {
    let own = Set(Vocabulary.ownFields(of: .declinedComment).map(\.name))
    let shared = Vocabulary.fields(of: .declinedComment).filter { !own.contains($0.name) }
    return "## Fields of every event\n\n" + fields(shared)
  }

  static func fields(_ fields: [FieldDescription]) -> String {
    table(
      ["field", "", "shape", "says"],
      fields.map {
        ["`\($0.name)`", standing(of: $0), words(for: $0.shape), $0.words]
      })
  }

  /// Whether a field must be there, and since which version it can be.
  private static func standing(of field: FieldDescription) -> String {
    if field.isRequired { return "required" }
    let history = field.history
    if history.since > 1 { return "since `v` \(history.since)" }
    return history.optionalSince > 1 ? "required before `v` \(history.optionalSince)" : ""
  }

  static var grades: String {
    let reliability = AdmiraltyGrade.Reliability.allCases.map { ["`\($0.letter)`", $0.words] }
    let credibility = AdmiraltyGrade.Credibility.allCases.map { ["`\($0.rawValue)`", $0.words] }
    return """
      ## Grades of evidence

      The Admiralty code: a letter for the source and a digit for the claim, judged apart and never
      averaged. `F` and `6` mean that it cannot be judged, not that it is worst. A grade of `A` to `C`
      with `1` or `2` is *credible*; evidence without a grade is `F6`.


      """
        + table(["letter", "the source"], reliability) + "\n\n"
        + table(["digit", "the claim"], credibility)
  }

  static var dates: String {
    """
    ## Dates

    Dates are written in EDTF (ISO 8601-2), no more exactly than the source gives them. Each has an
    earliest and a latest day; by default a date counts as reached on its earliest.


    """
      + table(
        ["date", "means", "earliest day", "latest day"],
        dateExamples.compactMap { try? FuzzyDate($0) }.map { date in
          ["`\(date.text)`", date.spoken, shown(date.earliest), shown(date.latest)]
        })
  }

  /// One date of each form; the page omits none of them, which a test checks.
  static let dateExamples = [
    "2022-05-06", "2022-03", "2022", "2022-03~", "2022-03?", "2022-03%", "202X", "2022-03-XX",
    "2022-33", "2022-40", "2022-03/2022-05", "2022-03-08/..", "../2022-03", "2022-03-08/",
    "[2022-04-25,2022-04-26]", "[2022-06-05..2022-07-05]", "{2022-03,2022-05}", "[..2022-03-08]",
  ]

  private static func shown(_ day: Day) -> String { day.isOpenEnd ? "open" : day.description }

  private static func words(for shape: Shape) -> String {
    switch shape {
    case .text(let limit): "text, up to \(limit) characters"
    case .slug(let kind): "slug of \(kind == "event" ? "an event" : "a \(kind)")"
    case .date: "[date](#dates)"
    case .address: "web address, `http` or `https`"
    case .market: "code of ISO 3166-1, or `EU`, `XK`, `INT`"
    case .term(let words) where words == EventType.allCases.map(\.term): "one of the types above"
    case .term(let words): words.map { "`\($0)`" }.joined(separator: " · ")
    case .decimal: "decimal number as text, `\"-7.7\"`"
    case .boolean: "`true` or `false`"
    case .yes: "`true`"
    case .integer: "whole number"
    case .pattern(_, let name): name
    case .list(.part(let part), _): "list of [\(part.name)s](#\(part.name))"
    case .list(let item, _): "list: \(words(for: item))"
    case .part(let part): "[\(part.name)](#\(part.name))"
    case .translations: "names by language tag, `{\"zh\": \"…\"}`"
    case .event: "an event other than a correction, retraction, capture or `log_key`"
    }
  }
}
