import Stances

extension Markup.StringInterpolation {
  /// Escaped text of a report: days of the calendar stay on a line, and what is longer than a word
  /// of any language may end anywhere, so that it widens no column.
  mutating func appendInterpolation(prose text: String) {
    var rest = text[...]
    for range in text.writtenDays {
      appendInterpolation(breakable: rest[..<range.lowerBound])
      appendInterpolation("<time>\(text[range])</time>" as Markup)
      rest = text[range.upperBound...]
    }
    appendInterpolation(breakable: rest)
  }

  /// Escaped text whose overlong words have places at which they may break.
  private mutating func appendInterpolation(breakable text: Substring) {
    var rest = text[...]
    guard text.mayHoldLongWord else { return appendInterpolation(text) }
    // Browsers break at blanks and hyphens by themselves.
    while let word = rest.firstLongWord {
      appendInterpolation(rest[..<word.startIndex])
      var letters = word
      while !letters.isEmpty {
        appendInterpolation(letters.prefix(12))
        letters = letters.dropFirst(12)
        if !letters.isEmpty { appendLiteral("<wbr>") }
      }
      rest = rest[word.endIndex...]
    }
    appendInterpolation(rest)
  }
}

extension String {
  /// The places of calendar days written as `YYYY-MM-DD`, from left to right.
  ///
  /// Found without a regular expression, which would have to be made for each of many short texts.
  var writtenDays: [Range<Index>] {
    let length = "YYYY-MM-DD".utf8.count
    var copy = self
    let starts = copy.withUTF8 { bytes in
      var starts: [Int] = []
      var first = 0
      while first + length <= bytes.count {
        let isDay =
          bytes[first + 4] == UInt8(ascii: "-") && bytes[first + 7] == UInt8(ascii: "-")
          && (try? Day(iso: String(decoding: bytes[first..<first + length], as: UTF8.self))) != nil
        if isDay { starts.append(first) }
        first += isDay ? length : 1
      }
      return starts
    }
    return starts.map { start in
      let lower = utf8.index(startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: length)
    }
  }
}

extension Substring {
  /// Whether some word may be longer than 24 letters; letters beyond ASCII count as several.
  fileprivate var mayHoldLongWord: Bool {
    var length = 0
    for byte in utf8 {
      length = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") ? 0 : length + 1
      if length > 24 { return true }
    }
    return false
  }

  /// The first word of more than 24 letters; blanks and hyphens end a word.
  fileprivate var firstLongWord: Substring? {
    var (start, length) = (startIndex, 0)
    for place in indices {
      let letter = self[place]
      guard letter.isWhitespace || letter == "-" else {
        length += 1
        continue
      }
      if length > 24 { return self[start..<place] }
      (start, length) = (index(after: place), 0)
    }
    return length > 24 ? self[start...] : nil
  }
}
