/// How many columns of a terminal a text takes.
///
/// Counted by grapheme cluster: two columns for East Asian wide and fullwidth characters and for
/// emoji, none for a combining mark alone and for what is invisible, else one. Text for a terminal
/// should have gone through `printable` first; control characters count as none here.
package func displayWidth(_ text: some StringProtocol) -> Int {
  let ofPlainText = text.utf8.withContiguousStorageIfAvailable(displayWidthIfPlain)
  return (ofPlainText ?? nil) ?? text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns of a text in which every scalar is a cluster of its own and takes one: Latin letters,
/// dashes, quotes, arrows and lines, as most texts of tables are; nil for any other.
private func displayWidthIfPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Int? {
  var (columns, next) = (0, 0)
  while next < utf8.count {
    let (value, length): (UInt32, Int)
    switch utf8[next] {
    case 0x20...0x7E: (value, length) = (0x20, 1)
    case 0xC2...0xCB where next + 1 < utf8.count:
      (value, length) = (UInt32(utf8[next] & 0x1F) << 6 | UInt32(utf8[next + 1] & 0x3F), 2)
    case 0xE2 where next + 2 < utf8.count:
      value = 0x2000 | UInt32(utf8[next + 1] & 0x3F) << 6 | UInt32(utf8[next + 2] & 0x3F)
      length = 3
    default: return nil
    }
    switch value {
    case 0x20, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x257F: break
    default: return nil
    }
    (columns, next) = (columns + 1, next + length)
  }
  return columns
}

/// The columns of one grapheme cluster: those of its scalars together, but never more than two.
///
/// So an emoji joined from several and a flag take two, and so do an Indic syllable with a vowel
/// sign beside it and a Thai letter with SARA AM.
func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  // U+FE0F asks for its base to be shown as an emoji, as in "❤️" and "1️⃣".
  if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
  return min(2, scalars.reduce(0) { $0 + displayWidth(of: $1) })
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  // A soft hyphen is drawn, though it is a format character.
  case 0xAD: return 1
  // Hangul vowels and finals are drawn within the square of their initial.
  case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
  default: break
  }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator:
    return 0
  default:
    if properties.isDefaultIgnorableCodePoint { return 0 }
    if properties.isEmojiPresentation { return 2 }
    return wideScalars.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}

/// The East Asian wide and fullwidth characters that are not emoji.
///
/// Source: Unicode 17, EastAsianWidth.txt, classes W and F; neighbouring ranges are joined if
/// only unassigned and invisible code points are between them.
private let wideScalars: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
  0x3041...0x3247, 0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
  0xFE10...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF2...0x1B2FB,
  0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
]

/// The side of a column to which a text is aligned.
package enum ColumnAlignment: Sendable {
  case leading
  case trailing
}

extension StringProtocol {
  /// The text, or as much of its start as fits into a number of columns, followed by an ellipsis.
  package func truncated(to columns: Int) -> String {
    if displayWidth(self) <= columns { return String(self) }
    guard columns > 0 else { return "" }
    var kept = ""
    var width = 0
    for character in self {
      width += displayWidth(of: character)
      if width > columns - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text padded with spaces to a number of columns; a wider text is unchanged.
  package func padded(to columns: Int, _ alignment: ColumnAlignment = .leading) -> String {
    let spaces = String(repeating: " ", count: Swift.max(0, columns - displayWidth(self)))
    return switch alignment {
    case .leading: self + spaces
    case .trailing: spaces + self
    }
  }
}
