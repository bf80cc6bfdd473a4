import Stances

extension FuzzyDate {
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
