import Stances

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

/// The day something was so and, where that is another, the day it could be known.
func when(_ occurred: FuzzyDate?, published: FuzzyDate?) -> String {
  let known = published == occurred ? nil : published.map { "published \($0.spoken)" }
  let parts = [occurred?.spoken, known].compactMap(\.self)
  return parts.isEmpty ? "–" : parts.joined(separator: ", ")
}
