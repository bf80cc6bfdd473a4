/// One word of a text, as a search compares it.
package struct TextWord: Hashable, Sendable {
  /// The word as the eye takes it: see ``looks(_:)``.
  package let word: String
  /// Where it is in the text.
  package let range: Range<String.Index>
  /// Whether it is one sign of a script that puts no blanks between words.
  let isSign: Bool
}

/// Passes the words of a text in order, until the body answers false.
///
/// A word is a run of letters, marks and digits. Of scripts that put no blanks between words, every
/// sign counts as a word: which of them belong together, only a dictionary could say.
package func forEachWord(in text: String, _ body: (TextWord) throws -> Bool) rethrows {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return try forEachASCIIWord(in: text, body) }
  let scalars = text.unicodeScalars
  var (start, isSign) = (nil as String.Index?, false)
  func pass(until end: String.Index) throws -> Bool {
    guard let begin = start else { return true }
    start = nil
    let word = looks(String(scalars[begin..<end]))
    return try word.isEmpty || body(TextWord(word: word, range: begin..<end, isSign: isSign))
  }
  for index in scalars.indices {
    let kind = WordPart(scalars[index])
    // A mark belongs to what it stands on.
    if start != nil, kind == .mark || kind == .letter && !isSign { continue }
    guard try pass(until: index) else { return }
    guard kind == .letter || kind == .sign else { continue }
    (start, isSign) = (index, kind == .sign)
  }
  _ = try pass(until: text.endIndex)
}

private func forEachASCIIWord(in text: String, _ body: (TextWord) throws -> Bool) rethrows {
  let bytes = text.utf8
  var word: [UInt8] = []
  var start = bytes.startIndex
  func pass(until end: String.Index) throws -> Bool {
    guard !word.isEmpty else { return true }
    defer { word.removeAll(keepingCapacity: true) }
    return try body(
      TextWord(word: String(decoding: word, as: UTF8.self), range: start..<end, isSign: false))
  }
  for (index, byte) in zip(bytes.indices, bytes) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if word.isEmpty { start = index }
      word.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
    default:
      guard try pass(until: index) else { return }
    }
  }
  _ = try pass(until: bytes.endIndex)
}

/// What a scalar is in a word.
private enum WordPart {
  case letter, mark, sign, other

  init(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      let character = Character(scalar)
      self = character.isLetter || character.isNumber ? .letter : .other
      return
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    case .decimalNumber, .letterNumber, .otherNumber: self = .letter
    default:
      self = properties.isAlphabetic ? (Self.isSign(scalar) ? .sign : .letter) : .other
    }
  }

  /// Whether a letter is of a script without blanks: Chinese and Japanese, Thai, Lao, Burmese, Khmer
  /// (the Unicode Standard, 6.2, and UAX #14: the classes ID and SA).
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isIdeographic { return true }
    return switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF,
      0xFF66...0xFF9F:
      true
    default: false
    }
  }
}

/// What is looked for in texts: words that all must be there, in any order.
///
/// A word is found where a word of a text begins with it; signs of a script without blanks that
/// stand together are found where they stand together.
package struct TextQuery: Hashable, Sendable {
  /// One word, or signs that stand together.
  package struct Term: Hashable, Sendable {
    /// The word, or the signs in order.
    package fileprivate(set) var words: [String]
    /// The same as a person gave it, in small letters.
    fileprivate var given: String
    /// Whether these are signs, each of which is a word of the text, and not the start of one.
    package let isOfSigns: Bool
  }

  /// The terms, each once.
  package private(set) var terms: [Term] = []

  /// Reads what a person looks for.
  package init(_ text: String) {
    var found: [Term] = []
    var end: String.Index?
    forEachWord(in: text) { word in
      if word.isSign, end == word.range.lowerBound, let last = found.indices.last,
        found[last].isOfSigns
      {
        found[last].words.append(word.word)
        found[last].given += text[word.range].lowercased()
      } else {
        found.append(
          Term(
            words: [word.word], given: text[word.range].lowercased(), isOfSigns: word.isSign))
      }
      end = word.range.upperBound
      return true
    }
    for term in found where !terms.contains(term) { terms.append(term) }
  }

  /// Where the terms are among some texts.
  ///
  /// - Returns: the text with the first term, by its place among them, where that is in it, and
  ///   whether all terms are spelt there as they were given, but for capitals; nil if a term is in
  ///   none of them.
  package func place(
    in texts: [String]
  ) -> (text: Int, range: Range<String.Index>, isSpelt: Bool)? {
    var found: [(text: Int, range: Range<String.Index>)?] = Array(
      repeating: nil, count: terms.count)
    var missing = terms.count
    for (index, text) in texts.enumerated() where missing > 0 {
      var former: [TextWord] = []
      forEachWord(in: text) { word in
        former.append(word)
        for (place, term) in terms.enumerated() where found[place] == nil {
          guard let range = term.range(endingAt: former) else { continue }
          found[place] = (index, range)
          missing -= 1
        }
        return missing > 0
      }
    }
    guard missing == 0, let first = found.first ?? nil else { return nil }
    let isSpelt = zip(terms, found).allSatisfy { term, place in
      place.map { texts[$0.text][$0.range].lowercased().hasPrefix(term.given) } ?? false
    }
    return (first.text, first.range, isSpelt)
  }
}

extension TextQuery {
  /// The query with words in the place of those that no text has, each one letter off: of these the
  /// nearest in the alphabet, a few of them.
  ///
  /// - Parameter words: those that texts have, as ``TextWord`` folds them.
  /// - Returns: none if all words are there, or one is short, of signs, or like no other.
  package func corrected(among words: Set<String>) -> [TextQuery] {
    var corrected = [self]
    for (place, term) in terms.enumerated() {
      let given = term.words[0]
      guard !term.isOfSigns, !words.contains(where: { $0.hasBytes(given) }) else { continue }
      let letters = Array(given)
      guard letters.count >= Self.leastLetters else { return [] }
      let near = words.filter { word in
        abs(word.count - letters.count) <= 1 && alignmentDistance(letters, Array(word)) == 1
      }
      corrected = corrected.flatMap { query in
        near.sorted().prefix(Self.mostCorrections).map { query.replacing(place, by: $0) }
      }
    }
    return corrected.contains(self) ? [] : Array(corrected.prefix(Self.mostCorrections))
  }

  private func replacing(_ place: Int, by word: String) -> TextQuery {
    var query = self
    query.terms[place] = Term(words: [word], given: word, isOfSigns: false)
    return query
  }

  /// Of shorter words, too many others are one letter off.
  private static let leastLetters = 5
  private static let mostCorrections = 3
}

extension TextQuery.Term {
  /// Where it is at the end of the words that were passed.
  fileprivate func range(endingAt passed: [TextWord]) -> Range<String.Index>? {
    guard let last = passed.last else { return nil }
    guard isOfSigns else { return last.word.hasBytes(words[0]) ? last.range : nil }
    let signs = passed.suffix(words.count)
    guard signs.count == words.count, signs.allSatisfy(\.isSign),
      zip(signs, words).allSatisfy({ $0.word == $1 }),
      zip(signs, signs.dropFirst()).allSatisfy({ $0.range.upperBound == $1.range.lowerBound })
    else { return nil }
    return signs.first.map { $0.range.lowerBound..<last.range.upperBound }
  }
}

extension String {
  /// Whether it begins with the bytes of another.
  package func hasBytes(_ start: String) -> Bool { utf8.starts(with: start.utf8) }

  /// Whether the bytes of another are somewhere in it.
  package func hasBytesInside(_ other: String) -> Bool {
    var (whole, part) = (self, other)
    return whole.withUTF8 { whole in part.withUTF8 { whole.has($0) } }
  }
}

extension [UInt8] {
  /// Whether some bytes are somewhere among these.
  package func hasInside(_ sought: [UInt8]) -> Bool {
    withUnsafeBufferPointer { whole in sought.withUnsafeBufferPointer { whole.has($0) } }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func has(_ part: Self) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= count else { return false }
    return (0...count - part.count).contains { start in
      self[start] == first && self[start..<start + part.count].elementsEqual(part)
    }
  }
}
