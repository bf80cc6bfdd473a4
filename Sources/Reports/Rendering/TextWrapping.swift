import Stances

/// The text in lines of at most `width` columns, which must be at least 2.
///
/// Lines break between words; a word wider than a line is broken within.
func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ") {
    for (index, piece) in broken(word, to: width).enumerated() {
      if index == 0, !line.isEmpty, used + 1 + piece.width <= width {
        line += " " + piece.text
        used += 1 + piece.width
      } else {
        if !line.isEmpty { lines.append(line) }
        (line, used) = piece
      }
    }
  }
  return lines.isEmpty || !line.isEmpty ? lines + [line] : lines
}

/// A word in pieces of at most `width` columns; one piece where it fits.
///
/// It breaks behind a hyphen or slash if one stands in the second half of a piece, as names of
/// events and addresses are easier to read so.
private func broken(_ word: Substring, to width: Int) -> [(text: String, width: Int)] {
  let whole = displayWidth(word)
  if whole <= width { return [(String(word), whole)] }
  var pieces: [(text: String, width: Int)] = []
  var piece = ""
  var used = 0
  for character in word {
    let columns = displayWidth(String(character))
    if used + columns > width {
      var kept = piece
      while let last = kept.last, last != "-", last != "/" { kept.removeLast() }
      let keptWidth = displayWidth(kept)
      if keptWidth * 2 > width {
        pieces.append((kept, keptWidth))
        piece.removeFirst(kept.count)
        used -= keptWidth
      } else {
        pieces.append((piece, used))
        (piece, used) = ("", 0)
      }
    }
    piece.append(character)
    used += columns
  }
  return pieces + [(piece, used)]
}

/// A text that begins behind a label and whose further lines stand below its first word.
func hanging(_ text: String, behind label: String, width: Int) -> [String] {
  let indent = displayWidth(label)
  return wrapped(text, to: width - indent).enumerated().map { index, line in
    (index == 0 ? label : String(repeating: " ", count: indent)) + line
  }
}
