/// Whether a text is an `http` or `https` address: scheme, host, and nothing that does not show.
func isWebAddress(_ text: String) -> Bool {
  guard let rest = text.utf8.dropping("https://") ?? text.utf8.dropping("http://") else {
    return false
  }
  guard let first = rest.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "?"),
    first != UInt8(ascii: "#"), first != UInt8(ascii: ":")
  else { return false }
  // Most addresses are ASCII, and the properties of a scalar take long to look up.
  var isASCII = true
  for byte in text.utf8 {
    if byte >= 0x80 { isASCII = false } else if !isAddressCharacter(byte) { return false }
  }
  return isASCII || text.unicodeScalars.allSatisfy { $0.isASCII || !$0.isInvisible }
}

extension String.UTF8View {
  /// What follows a beginning that is written in letters of either case; nil without it.
  fileprivate func dropping(_ beginning: StaticString) -> Substring.UTF8View? {
    let length = beginning.utf8CodeUnitCount
    let isSame = beginning.withUTF8Buffer { expected in
      prefix(length).elementsEqual(expected) { byte, expected in
        byte == expected || isLetter(expected) && byte == expected & ~0x20
      }
    }
    return isSame ? dropFirst(length) : nil
  }
}

/// Whether an ASCII character may appear in an address: RFC 3986, and no controls or blanks.
private func isAddressCharacter(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, 0x7F: false
  case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
    UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
    false
  default: true
  }
}

extension Unicode.Scalar {
  /// Whether it is a control, a blank or a format character, which reorder or hide what follows.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension StringProtocol {
  /// Whether nothing of it shows: it is made of blanks, controls, and characters such as U+200B that
  /// only say how others are drawn.
  package var isUnseen: Bool {
    unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || properties.generalCategory == .control || scalar == "\u{2800}"
    }
  }
}

/// Whether a text is a Legal Entity Identifier: ISO 17442, check digits by ISO 7064 MOD 97-10.
func isLegalEntityIdentifier(_ text: String) -> Bool {
  guard text.utf8.count == 20, text.utf8.suffix(2).allSatisfy(isDigit) else { return false }
  var remainder = 0
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      remainder = (remainder * 10 + Int(byte - UInt8(ascii: "0"))) % 97
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      remainder = (remainder * 100 + Int(byte - UInt8(ascii: "A")) + 10) % 97
    default:
      return false
    }
  }
  return remainder == 1
}

/// Whether a text is a Wikidata item: `Q` and a number.
func isWikidataItem(_ text: String) -> Bool {
  let digits = text.utf8.dropFirst()
  return text.utf8.first == UInt8(ascii: "Q") && !digits.isEmpty && digits.allSatisfy(isDigit)
    && digits.first != UInt8(ascii: "0")
}

/// Whether a text is a code of the Harmonized System: 2 to 10 digits.
func isHarmonizedSystemCode(_ text: String) -> Bool {
  2...10 ~= text.utf8.count && text.utf8.allSatisfy(isDigit)
}

/// Whether a text is a SHA-256 digest in lower-case hexadecimal.
func isSHA256(_ text: String) -> Bool {
  text.utf8.count == 64
    && text.utf8.allSatisfy { isDigit($0) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
}

/// Whether a text can name a key or a log: no blanks and no plus sign (c2sp.org/signed-note).
func isKeyName(_ text: String) -> Bool {
  !text.isEmpty && text.unicodeScalars.allSatisfy { $0 != "+" && !$0.isInvisible }
}

/// Whether a text has the shape of a public key: a name, eight digits in lower-case hexadecimal and
/// base 64, parted by plus signs.
func isPublicKey(_ text: String) -> Bool {
  let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
  guard parts.count == 3, isKeyName(String(parts[0])), parts[1].utf8.count == 8 else {
    return false
  }
  let base64 = parts[2].utf8.reversed().drop { $0 == UInt8(ascii: "=") }
  return parts[1].utf8.allSatisfy { isDigit($0) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
    && !base64.isEmpty && parts[2].utf8.count - base64.count <= 2
    && base64.allSatisfy {
      isDigit($0) || isLetter($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
    }
}

/// What a language tag looks like, for refusals.
let languageTagShape = "language tag (BCP 47), such as zh or zh-Hant"

/// What a language tag looks like, as a regular expression for the schema.
let languageTagPattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"

/// Whether a text has the shape of a language tag (BCP 47): subtags of letters and digits.
func isLanguageTag(_ text: String) -> Bool {
  let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard let language = subtags.first, 2...8 ~= language.count, language.allSatisfy(isLetter) else {
    return false
  }
  return subtags.dropFirst().allSatisfy { subtag in
    1...8 ~= subtag.count && subtag.allSatisfy { isLetter($0) || isDigit($0) }
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
}

private func isLetter(_ byte: UInt8) -> Bool {
  UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
}
