@_spi(_Unicode) import Swift

/// A text as people compare names: case, accents and width do not count, nor do blanks at its ends
/// or how many there are between words.
///
///     folded("  Ｌｅｎｏｖｏ  Gróup ") == "lenovo group"
package func folded(_ text: some StringProtocol) -> String {
  // Most names are ASCII, and the properties of a scalar take long to look up.
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(text.utf8) }
  var folded = String.UnicodeScalarView()
  var isAfterBlank = false
  for scalar in String(text)._nfd where scalar.properties.canonicalCombiningClass == .notReordered {
    let narrow = narrowed(scalar)
    if narrow.properties.isWhitespace {
      isAfterBlank = true
      continue
    }
    if isAfterBlank, !folded.isEmpty { folded.append(" ") }
    isAfterBlank = false
    if let plain = plainLetters[narrow] {
      folded.append(contentsOf: plain.unicodeScalars)
    } else {
      folded.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
    }
  }
  return composed(String(folded))
}

private func foldedASCII(_ text: some Sequence<UInt8>) -> String {
  var folded: [UInt8] = []
  var isAfterBlank = false
  for byte in text {
    if byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte {
      isAfterBlank = true
      continue
    }
    if isAfterBlank, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
    isAfterBlank = false
    folded.append(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte)
  }
  return String(decoding: folded, as: UTF8.self)
}

/// A text in Normalization Form C (UAX #15), in which most programs write it.
package func composed(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text._nfc { scalars.append(scalar) }
  return String(scalars)
}

/// A name as the eye takes it: folded, and with Cyrillic and Greek letters that look like Latin
/// ones as those.
package func looks(_ name: String) -> String {
  let folded = folded(name)
  if folded.utf8.allSatisfy({ $0 < 0x80 }) { return folded }
  return String(String.UnicodeScalarView(folded.unicodeScalars.map { lookalikes[$0] ?? $0 }))
}

/// A full-width form of ASCII as ASCII, and a full-width blank as a blank.
private func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  default: scalar
  }
}

/// Letters with a stroke or a hook, which no decomposition takes off, and joined ones.
private let plainLetters: [Unicode.Scalar: String] = [
  "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ß": "ss", "ẞ": "ss", "æ": "ae",
  "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "’": "'", "‘": "'", "‐": "-", "‑": "-",
]

/// Lower-case letters of other scripts that are drawn like Latin ones.
///
/// Source: Unicode's confusables.txt (UTS #39), the letters of the two alphabets in use beside
/// Latin in the names of companies.
private let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
  "а": "a", "в": "b", "с": "c", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k", "м": "m",
  "н": "h", "о": "o", "р": "p", "ѕ": "s", "т": "t", "у": "y", "х": "x", "ԁ": "d", "ԛ": "q",
  "ԝ": "w", "ӏ": "l", "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "m",
  "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "y", "χ": "x", "ζ": "z",
]
