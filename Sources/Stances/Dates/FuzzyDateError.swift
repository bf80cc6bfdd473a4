package import Errors

/// Why a text is refused as a date.
package enum FuzzyDateError: StanceError, Hashable, Sendable {
  /// The text is not of an EDTF form.
  case notEDTF(String)
  /// The calendar has no such month or day.
  case impossible(DayError)
  /// An interval or a range ends before it starts.
  case reversed(String)
  /// An interval has no date at either end.
  case boundless(String)
  /// A season, which has no days that hold in both hemispheres.
  case season
  /// A year of more than four digits.
  case longYear

  package var kind: ErrorKind { .badData }
}

extension FuzzyDateError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notEDTF(""):
      "the date is empty; write a day 2022-03-08, a month 2022-03 or a year 2022"
    case .notEDTF(let text):
      "\(Self.quoted(text)) is not a date in EDTF; \(Self.advice(for: text))"
    case .impossible(let refusal):
      refusal.description
    case .reversed(let text):
      "\(Self.quoted(text)) ends before it starts; write the earlier date first"
    case .boundless(let text):
      "\(Self.quoted(text)) names no date; give the interval a start, as in 2022-03-08/.., or an end"
    case .season:
      "seasons (21 to 32) have no fixed days; write the months, as in 2022-03/2022-05, "
        + "or a quarter, 2022-33 to 2022-36"
    case .longYear:
      "years of more than four digits, or written with Y, cannot be recorded; "
        + "write four digits, as in 2022"
    }
  }

  /// A range may be reversed in the middle of a text whose rest has not been read.
  private static func quoted(_ text: String) -> String {
    "'\(printable(text).truncated(to: 80))'"
  }

  private static func advice(for text: String) -> String {
    let suggestions = FuzzyDateHint.suggestions(for: text)
    guard suggestions.isEmpty else {
      return "did you mean \(suggestions.joined(separator: " or "))?"
    }
    return "write a day 2022-03-08, a month 2022-03, about a month 2022-03~, "
      + "or an interval 2022-03-08/2022-04"
  }
}
