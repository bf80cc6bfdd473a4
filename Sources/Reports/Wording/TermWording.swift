import Projections
import Stances

extension Term {
  /// The term with blanks for its underscores.
  var words: String { plainWords(term) }
}

/// A name of the vocabulary with blanks for its underscores.
func plainWords(_ name: String) -> String {
  name.split(separator: "_").joined(separator: " ")
}

extension Level {
  /// What a company at this level does, as an adjective.
  var phrase: String {
    switch self {
    case .holding: "holding (no new investment)"
    case .expanding, .operating, .reducing, .suspended, .exiting, .exited: term
    }
  }

  /// What a company says when it announces this level.
  var announcement: String {
    switch self {
    case .expanding: "announced that it expands"
    case .operating: "said that it carries on"
    case .holding: "announced no new investment"
    case .reducing: "announced a reduction"
    case .suspended: "announced a suspension"
    case .exiting: "announced that it is leaving"
    case .exited: "announced its exit"
    }
  }
}

extension Push {
  /// What it moves companies to do, for a column "push".
  var direction: String {
    switch self {
    case .withdraw: "to withdraw"
    case .stay: "to stay"
    case .permit: "permits"
    case .none: "neither way"
    }
  }

  /// What it moves companies to do, as a clause of a sentence.
  var clause: String {
    switch self {
    case .withdraw, .stay, .none: "pushes \(direction)"
    case .permit: "permits business"
    }
  }
}

extension GovernmentStatement.Act {
  /// What is said, as a thing.
  var noun: String {
    switch self {
    case .urge: "appeal"
    case .threaten: "threat"
    case .warn: "warning"
    case .acknowledge: "acknowledgement"
    case .condemn: "condemnation"
    case .support: "support"
    case .clarify: "clarification"
    case .deny: "denial"
    case .request: "request"
    case .grant: "grant"
    case .refuse: "refusal"
    }
  }
}

extension Addressees.Way {
  /// How a company is addressed.
  var phrase: String {
    switch self {
    case .name: "by name"
    case .sector: "by its sector"
    case .country: "by its country"
    case .all: "with all companies"
    }
  }
}

extension [Market] {
  /// The markets by name.
  var names: String { map(\.englishName).joined(separator: ", ") }

  /// The markets by code.
  var codes: String { map(\.code).joined(separator: " ") }
}

extension [EventID] {
  /// The ids as a list for readers.
  var listed: String { map(\.text).joined(separator: ", ") }

  /// The ids for a cell of a spreadsheet.
  var spaced: String { map(\.text).joined(separator: " ") }
}

/// A number with its noun: "1 measure", "3 measures", "no measures".
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  switch number {
  case 0: "no \(plural ?? noun + "s")"
  case 1: "1 \(noun)"
  default: "\(number) \(plural ?? noun + "s")"
  }
}

extension Int {
  /// The number with a sign as readers know it: "−3", "0", "+2".
  var signed: String {
    self < 0 ? "−\(magnitude)" : self > 0 ? "+\(self)" : "0"
  }
}

extension Int {
  /// The number with the minus sign that readers know: "−1", "0", "2".
  var withMinus: String { self < 0 ? "−\(magnitude)" : String(self) }
}

extension String {
  /// The text with its first letter in upper case.
  package var asSentenceStart: String { prefix(1).uppercased() + dropFirst() }
}

extension FuzzyDate {
  /// Whether the date is a day and leaves nothing open.
  var isOneDay: Bool { earliest == latest && flags.isEmpty }

  /// The days that the date may mean; of one with an open end, the day at the end that is known.
  var knownSpan: ClosedRange<Day> {
    (earliest.isOpenEnd ? latest : earliest)...(latest.isOpenEnd ? earliest : latest)
  }

  /// The date as a beginning: "since about March 2022", "from March 2022 to April 2022".
  var spokenAsStart: String {
    let words = spoken
    return words.starts(with: "from ") ? words : "since \(words)"
  }
}

/// The day something was so and, if that differs, the day it could be known.
func when(_ occurred: FuzzyDate?, published: FuzzyDate?) -> String {
  let known = published == occurred ? nil : published.map { "published \($0.spoken)" }
  let parts = [occurred?.spoken, known].compactMap(\.self)
  return parts.isEmpty ? "–" : parts.joined(separator: ", ")
}

extension TradeFigure {
  /// Between whom, or whose and where, it was counted: "China with Russia", "DJI in Russia".
  var scope: String {
    let place = reporter.englishName + (partner.map { " with \($0.englishName)" } ?? "")
    return companyName.map { "\($0) in \(place)" } ?? place
  }

  /// What was counted, with its code of the Harmonized System.
  var productPhrase: String { product.name + (product.hs.map { " (HS \($0))" } ?? "") }

  /// The figure itself, with its unit.
  var valuePhrase: String {
    value.map { [$0.reading, unit].compactMap(\.self).joined(separator: " ") } ?? ""
  }

  /// The change with how exactly it was given and what it is measured against.
  var changePhrase: String {
    guard let change else { return "" }
    let sign = change.percent.isNegative ? "" : "+"
    let qualifier = change.qualifier.map { " (\($0))" } ?? ""
    let against = change.against.map { " on \($0.spoken)" } ?? ""
    // A no-break space: number and sign stay on one line.
    return "\(sign)\(change.percent.reading)\u{A0}%\(qualifier)\(against)"
  }
}

extension Decimal {
  /// The digits with a minus sign as readers know it.
  fileprivate var reading: String { isNegative ? "−" + magnitude : text }
}
