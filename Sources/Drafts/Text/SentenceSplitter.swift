/// Divides English text into sentences: paragraphs, headlines and items of lists first, then where a
/// full stop, a question or an exclamation mark ends one.
///
/// A sentence is a verbatim part of the text. Lines that were only wrapped are joined; a line is
/// taken for one of its own if it is short, or if paragraphs have a line each.
struct SentenceSplitter {
  /// Words behind which a full stop ends no sentence, as in "Corp.", folded.
  let abbreviations: Set<String>

  /// The sentences of a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - limit: how many bytes a sentence may have.
  ///   - tooLong: called with the line and the length of one that has more; it is left out.
  /// - Returns: the sentences in order.
  func sentences(
    of text: String, limit: Int, tooLong: (_ line: Int, _ bytes: Int) -> Void
  ) -> [Sentence] {
    let bytes = Array(text.utf8)
    var sentences: [Sentence] = []
    var (line, counted) = (1, 0)
    for range in Self.paragraphs(of: bytes).flatMap({ self.sentences(in: bytes, $0) }) {
      line += bytes[counted..<range.lowerBound].count { $0 == Self.newline }
      counted = range.lowerBound
      guard range.count <= limit else {
        tooLong(line, range.count)
        continue
      }
      sentences.append(
        Sentence(String(decoding: bytes[range], as: UTF8.self), start: range.lowerBound, line: line)
      )
    }
    return sentences
  }

  // MARK: Paragraphs

  private static let newline = UInt8(ascii: "\n")
  /// A line of more letters is a whole paragraph: no one wraps there.
  private static let longestWrapped = 120
  /// A line of fewer letters was not wrapped.
  private static let shortestWrapped = 45

  private static func paragraphs(of bytes: [UInt8]) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var current: Range<Int>?
    for line in lines(of: bytes) {
      let text = trimmed(line, in: bytes)
      guard let open = current else {
        current = text.isEmpty ? nil : text
        continue
      }
      if text.isEmpty || !continues(open, text, in: bytes) {
        paragraphs.append(open)
        current = text.isEmpty ? nil : text
      } else {
        current = open.lowerBound..<text.upperBound
      }
    }
    return paragraphs + (current.map { [$0] } ?? [])
  }

  /// The lines, ended by LF, CR or both.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var (lines, start) = ([Range<Int>](), 0)
    for (index, byte) in bytes.enumerated() where byte == newline || byte == 0x0D {
      lines.append(start..<index)
      // Between the two bytes of CR LF is no empty line, which would end a paragraph.
      if byte == newline, index > 0, bytes[index - 1] == 0x0D { lines.removeLast() }
      start = index + 1
    }
    return lines + [start..<bytes.count]
  }

  private static func continues(_ open: Range<Int>, _ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    if isItem(line, in: bytes) { return false }
    let lastStart = bytes[open].lastIndex(of: newline).map { $0 + 1 } ?? open.lowerBound
    let last = lastStart..<open.upperBound
    if max(last.count, line.count) > longestWrapped { return false }
    // A headline or a short line, unless the next one begins in the middle of a sentence.
    return last.count >= shortestWrapped || 0x61...0x7A ~= bytes[line.lowerBound]
  }

  /// Whether a line begins as an item of a list does, with a dash, a bullet or a number.
  private static func isItem(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let start = bytes[line].prefix(5)
    if start.first == UInt8(ascii: "-") || start.first == UInt8(ascii: "*") {
      return start.dropFirst().first == UInt8(ascii: " ")
    }
    // "•", "–" and "—".
    if start.starts(with: [0xE2, 0x80, 0xA2]) || start.starts(with: [0xE2, 0x80, 0x93])
      || start.starts(with: [0xE2, 0x80, 0x94])
    {
      return true
    }
    let rest = start.drop { 0x30...0x39 ~= $0 }
    return rest.count < start.count && rest.count >= 2
      && (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"))
      && rest.dropFirst().first == UInt8(ascii: " ")
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let width = blank(at: start, in: bytes), start + width <= end {
      start += width
    }
    while end > start {
      if blank(at: end - 1, in: bytes) == 1 {
        end -= 1
      } else if end - 2 >= start, blank(at: end - 2, in: bytes) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// How many bytes a blank has: a space, a control character or a no-break space; nil for others.
  private static func blank(at index: Int, in bytes: [UInt8]) -> Int? {
    if bytes[index] <= 0x20 { return 1 }
    return bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : nil
  }

  // MARK: Sentences

  private func sentences(in bytes: [UInt8], _ paragraph: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var (start, index) = (paragraph.lowerBound, paragraph.lowerBound)
    while index < paragraph.upperBound {
      guard let end = endOfSentence(at: index, in: bytes, paragraph) else {
        index += 1
        continue
      }
      sentences.append(Self.trimmed(start..<end, in: bytes))
      (start, index) = (end, end)
    }
    sentences.append(Self.trimmed(start..<paragraph.upperBound, in: bytes))
    return sentences.filter { !$0.isEmpty }
  }

  /// Where a sentence ends whose last mark may be at an index: behind the mark and what closes.
  private func endOfSentence(
    at index: Int, in bytes: [UInt8], _ paragraph: Range<Int>
  ) -> Int? {
    let mark = bytes[index]
    guard [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(mark) else {
      return nil
    }
    var end = index + 1
    while end < paragraph.upperBound, let width = Self.closing(at: end, in: bytes) { end += width }
    guard end < paragraph.upperBound else { return end }
    guard let width = Self.blank(at: end, in: bytes) else { return nil }
    var next = end + width
    while next < paragraph.upperBound, let width = Self.blank(at: next, in: bytes) { next += width }
    guard next < paragraph.upperBound else { return end }
    // No sentence begins with a small letter.
    if 0x61...0x7A ~= bytes[next] { return nil }
    if mark == UInt8(ascii: "."), end == index + 1,
      isAbbreviation(before: index, from: paragraph.lowerBound, in: bytes, next: next)
    {
      return nil
    }
    return end
  }

  private static func closing(at index: Int, in bytes: [UInt8]) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      1
    // "’" and "”".
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80
      && [0x99, 0x9D].contains(bytes[index + 2]):
      3
    default: nil
    }
  }

  /// Whether a full stop belongs to the word before it: "Corp.", "J.", "U.S.".
  private func isAbbreviation(
    before stop: Int, from start: Int, in bytes: [UInt8], next: Int
  ) -> Bool {
    var begin = stop
    while begin > start, stop - begin < 20, Self.isOfWord(bytes[begin - 1]) { begin -= 1 }
    let word = bytes[begin..<stop]
    // "U.S." may end a sentence: a word that seldom is part of a name says that it does.
    if word.contains(UInt8(ascii: ".")) {
      let following = bytes[next...].prefix { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
      return !Self.starters.contains(String(decoding: following, as: UTF8.self))
    }
    if word.count == 1, let letter = word.first { return 0x41...0x5A ~= letter }
    return abbreviations.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  private static let starters: Set<String> = [
    "A", "After", "An", "And", "As", "At", "But", "By", "For", "He", "However", "If", "In", "It",
    "Its", "No", "Nor", "On", "Or", "Our", "She", "Since", "So", "Some", "That", "The", "Their",
    "There", "These", "They", "This", "Those", "To", "We", "When", "While", "With", "You",
  ]
}
