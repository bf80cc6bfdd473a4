import Errors
package import Stances

/// News as one message of Internet mail (RFC 5322), for `sendmail -t`.
///
/// Every line ends with CR LF. The text is UTF-8 in quoted-printable (RFC 2045), and a header that
/// is not ASCII is in encoded words (RFC 2047), so that nothing in it can begin another header.
package struct MailMessage: Sendable {
  /// Its subject.
  package let subject: String
  /// What it says.
  package let text: String
  /// The part of its Message-ID before the `@`: the same news has the same.
  package let name: String
  /// Its date.
  package let date: Timestamp

  /// A message.
  package init(subject: String, text: String, name: String, date: Timestamp) {
    (self.subject, self.text, self.name, self.date) = (subject, text, name, date)
  }

  /// The whole message.
  package func bytes(_ addresses: MailAddresses) -> [UInt8] {
    var headers = [
      "Date: \(Self.words(of: date))",
      "Message-ID: <\(name)@stance.invalid>",
    ]
    if let sender = addresses.from ?? addresses.to { headers.append("From: \(sender.text)") }
    if let to = addresses.to { headers.append("To: \(to.text)") }
    headers += [
      "Subject: \(Self.header(subject))",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
    ]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let body = (lines.last?.isEmpty == true ? lines.dropLast() : lines[...])
      .map { Self.quotedPrintable(Array($0.utf8)) }
    return Array((headers + [""] + body).map { "\($0)\r\n" }.joined().utf8)
  }

  // MARK: Headers

  /// A date as RFC 5322 writes it.
  private static func words(of instant: Timestamp) -> String {
    let day = instant.day
    return "\(day.internetWeekday), \(day.day) \(day.internetMonth) "
      + "\(day.description.prefix(4)) \(instant.clockWords) +0000"
  }

  /// The most letters of a line with an encoded word.
  private static let longestWordLine = 76

  /// A header's text, in encoded words if it is not ASCII that fits on the line.
  private static func header(_ text: String) -> String {
    let text = printable(text)
    if text.utf8.count < 60, text.utf8.allSatisfy({ $0 < 0x7F }), !text.contains("=?") {
      return text
    }
    let (start, end) = ("=?utf-8?Q?", "?=")
    var words: [String] = []
    var word = start
    for scalar in text.unicodeScalars {
      // A letter is never divided among two words.
      let letters = String(scalar).utf8.map { byte in
        byte.isASCIILetterOrDigit ? String(Unicode.Scalar(byte)) : escaped(byte)
      }.joined()
      // Before the first is the header's name, before the others a blank.
      let margin = words.isEmpty ? "Subject: ".count : 1
      if margin + word.count + letters.count + end.count > longestWordLine {
        words.append(word + end)
        word = start
      }
      word += letters
    }
    return (words + [word + end]).joined(separator: "\r\n ")
  }

  private static func escaped(_ byte: UInt8) -> String { "=" + byte.hexDigits }

  // MARK: Text

  /// The most letters of a line, with the mark of one that goes on.
  private static let longestLine = 76

  /// A line in quoted-printable, which may take several.
  private static func quotedPrintable(_ bytes: [UInt8]) -> String {
    var lines: [String] = []
    var line = ""
    for (place, byte) in bytes.enumerated() {
      let isBlank = byte == UInt8(ascii: " ")
      // Programs that pass mail on may take blanks off the end of a line, and heed a first dot or
      // "From ".
      let isHazard =
        isBlank && place == bytes.count - 1
        || line.isEmpty && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
      let isPlain = isBlank || (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
      let letters = isPlain && !isHazard ? String(Unicode.Scalar(byte)) : escaped(byte)
      if line.count + letters.count >= longestLine {
        lines.append(line + "=")
        line = ""
      }
      line += letters
    }
    return (lines + [line]).joined(separator: "\r\n")
  }
}

/// From whom a message is and to whom it goes, as far as given.
package struct MailAddresses: Sendable {
  /// The sender; nil for the recipient.
  package let from: MailAddress?
  /// The recipient; nil for one that the program that sends it names.
  package let to: MailAddress?

  /// None.
  package static let none = MailAddresses(from: nil, to: nil)

  /// Addresses.
  package init(from: MailAddress?, to: MailAddress?) { (self.from, self.to) = (from, to) }
}

/// One address of Internet mail, without a name: `desk@example.org`.
package struct MailAddress: Hashable, Sendable {
  /// The address.
  package let text: String

  /// Takes an address of dots, letters, digits and what else RFC 5322 has in an atom; nil for any
  /// other text, above all for one with a line break.
  package init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254,
      parts.allSatisfy({ part in
        part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
          !atom.isEmpty && atom.utf8.allSatisfy(Self.isAtomByte)
        }
      })
    else { return nil }
    self.text = text
  }

  private static func isAtomByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }
}
