import Stances

/// A sentence of a text, with its words and where it is.
struct Sentence: Sendable {
  /// A word as rules compare it, and how it was written.
  struct Word: Sendable {
    /// As the eye takes it: see ``looks(_:)``.
    let text: String
    /// Where it is in the sentence.
    let range: Range<String.Index>
    /// Whether its first letter is a capital.
    let isCapitalised: Bool
    /// Whether it has no small letters, and more than one capital.
    let isInCapitals: Bool
    /// Whether something that ends a clause is before it: ";", ":", a dash or a bracket.
    let beginsClause: Bool
    /// Whether more than blanks is before it, which no name has within.
    let isApart: Bool
  }

  /// The words as they were written.
  let text: String
  /// Where it begins in the article, in bytes.
  let start: Int
  /// The line of the article in which it begins, from 1.
  let line: Int
  let words: [Word]

  init(_ text: String, start: Int, line: Int) {
    (self.text, self.start, self.line) = (text, start, line)
    var words: [Word] = []
    var end = text.startIndex
    forEachWord(in: text) { word in
      let between = text[end..<word.range.lowerBound]
      let (isCapitalised, isInCapitals) = Self.capitals(of: text[word.range])
      words.append(
        Word(
          text: word.word, range: word.range, isCapitalised: isCapitalised,
          isInCapitals: isInCapitals,
          beginsClause: between.unicodeScalars.contains { Self.clauseMarks.contains($0) }
            || between.contains(" - "),
          isApart: between.unicodeScalars.contains { Self.separators.contains($0) }))
      end = word.range.upperBound
      return true
    }
    self.words = words
  }

  /// Where it ends in the article, in bytes.
  var end: Int { start + text.utf8.count }

  /// The text of some words, with what is between them.
  func verbatim(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return String(text[self.words[first].range.lowerBound..<self.words[last].range.upperBound])
  }

  /// Whether a clause ends between two words.
  func isBroken(from first: Int, to last: Int) -> Bool {
    guard first < last else { return false }
    return words[(first + 1)...last].contains(where: \.beginsClause)
  }

  /// What is written directly behind a word, up to the next one.
  func mark(behind word: Int) -> Substring {
    let end = word + 1 < words.count ? words[word + 1].range.lowerBound : text.endIndex
    return text[words[word].range.upperBound..<end]
  }

  private static func capitals(of word: Substring) -> (first: Bool, all: Bool) {
    var (first, capitals, small) = (nil as Bool?, 0, 0)
    for scalar in word.unicodeScalars {
      let isCapital = scalar.properties.isUppercase
      if first == nil { first = isCapital }
      if isCapital { capitals += 1 } else if scalar.properties.isLowercase { small += 1 }
    }
    return (first ?? false, capitals > 1 && small == 0)
  }

  private static let clauseMarks: Set<Unicode.Scalar> = [";", ":", "—", "–", "(", ")", "[", "]"]
  private static let separators = clauseMarks.union([",", ".", "!", "?", "\"", "“", "”", "/"])
}
