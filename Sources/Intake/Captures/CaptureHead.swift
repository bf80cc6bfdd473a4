import Stances

/// What a captured file says of itself at its beginning: MHTML as browsers save it, a page saved by
/// SingleFile, a web archive (WARC), also one packed by gzip.
///
/// Nothing of it is believed: it fills in what the user leaves out, and a contradiction is said.
package struct CaptureHead: Hashable, Sendable {
  /// The address that it is of.
  package private(set) var url: String?
  /// When it was made, as a capture's `captured` is written.
  package private(set) var captured: String?
  /// The page's title.
  package private(set) var title: String?
  /// The program that made it.
  package private(set) var program: String?
  /// The media type of the file.
  package let media: String

  /// How many bytes are looked at; of an archive, also of what comes out of it.
  package static let limit = 1 << 20

  /// Reads the beginning of a file.
  ///
  /// - Parameters:
  ///   - bytes: its first bytes.
  ///   - name: its name, whose ending says what the bytes do not.
  ///   - unpacked: called if gzip packed it; answers the beginning of what comes out, or nothing.
  package init(_ bytes: [UInt8], named name: String, unpacked: () -> [UInt8]) {
    let isPacked = bytes.starts(with: [0x1F, 0x8B])
    let content = isPacked ? unpacked() : bytes
    media = MediaType.of(bytes, named: name)
    let text = String(decoding: content.prefix(Self.limit), as: UTF8.self)
    if text.hasPrefix("WARC/") {
      readArchive(content)
    } else if isPacked {
      return
    } else if let head = FieldBlock(mailIn: text), head["snapshot-content-location"] != nil {
      url = head["snapshot-content-location"]
      captured = head["date"].flatMap(InstantText.ofMail)
      title = head["subject"].flatMap { $0.hasPrefix("=?") ? nil : $0 }
    } else if let comment = Self.savedPage(in: text) {
      url = comment["url"]
      captured = comment["saved date"].flatMap(InstantText.ofScript)
      program = "SingleFile"
    }
    url = url.flatMap { $0.utf8.count <= 4_000 && $0.hasPrefix("http") ? $0 : nil }
  }

  /// The lines of the comment that SingleFile writes before a page.
  private static func savedPage(in text: String) -> FieldBlock? {
    guard let start = text.firstRange(of: "<!--") else { return nil }
    let comment = text[start.upperBound...]
    guard let end = comment.firstRange(of: "-->"), comment[..<end.lowerBound].contains("SingleFile")
    else { return nil }
    return FieldBlock(lines: comment[..<end.lowerBound].split(whereSeparator: \.isNewline))
  }

  /// Reads the first response, or the first resource, of an archive (ISO 28500).
  private mutating func readArchive(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)),
      let head = FieldBlock(archived: String(decoding: rest[..<end.lowerBound], as: UTF8.self))
    {
      if program == nil, head["warc-type"] == "warcinfo" {
        let content = rest[end.upperBound...].prefix(head.length)
        program = FieldBlock(
          lines: String(decoding: content, as: UTF8.self).split(whereSeparator: \.isNewline)
        )["software"].map { String($0.prefix(200)) }
      }
      if ["response", "resource"].contains(head["warc-type"]),
        let target = head["warc-target-uri"]
      {
        url = String(target.trimmed { $0 == "<" || $0 == ">" })
        captured = head["warc-date"].flatMap { CaptureTime($0) == nil ? nil : $0 }
        return
      }
      // The content, and two line ends after it.
      guard head.length <= rest[end.upperBound...].count else { return }
      rest = rest[end.upperBound...].dropFirst(head.length)
        .drop { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
    }
  }
}

/// Lines of a name, a colon and a value, by the names in lower case.
private struct FieldBlock {
  private var values: [String: String] = [:]

  /// The fields of some lines; the first of a name counts.
  init(lines: some Sequence<Substring>) {
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].trimmed().lowercased()
      let value = String(line[line.index(after: colon)...].trimmed())
      if values[name] == nil, !value.isEmpty { values[name] = value }
    }
  }

  /// The head of a message (RFC 5322), whose long lines go on after a blank; nil of other text.
  init?(mailIn text: String) {
    let lines = text.prefix(1 << 16).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let first = lines.first, first.contains(":"), !first.hasPrefix("<") else { return nil }
    var unfolded: [String] = []
    for line in lines.prefix(while: { !$0.isEmpty }) {
      if line.first?.isWhitespace == true, !unfolded.isEmpty {
        unfolded[unfolded.count - 1] += " \(line.trimmed())"
      } else {
        unfolded.append(String(line))
      }
    }
    self.init(lines: unfolded.map { $0[...] })
  }

  /// The head of a record of an archive; nil of anything else.
  init?(archived text: String) {
    guard text.hasPrefix("WARC/") else { return nil }
    self.init(lines: text.split(whereSeparator: \.isNewline))
  }

  subscript(name: String) -> String? { values[name] }

  /// How long the content is that follows.
  var length: Int { self["content-length"].flatMap(Int.init).map { max(0, $0) } ?? 0 }
}

/// Dates as mail and scripts write them, in the form of a capture's `captured`.
enum InstantText {
  /// `Fri, 6 May 2022 09:00:00 -0000` (RFC 5322); nil of another form.
  static func ofMail(_ text: String) -> String? {
    var words = text.split(separator: " ")
    if words.first?.hasSuffix(",") == true { words.removeFirst() }
    guard words.count >= 5 else { return nil }
    return instant(
      day: words[0], month: words[1], year: words[2], clock: words[3], zone: words[4])
  }

  /// `Fri May 06 2022 11:00:00 GMT+0200 (…)`, as scripts print a date; nil of another form.
  static func ofScript(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count >= 6, words[5].hasPrefix("GMT") else { return nil }
    return instant(
      day: words[2], month: words[1], year: words[3], clock: words[4], zone: words[5].dropFirst(3))
  }

  private static func instant(
    day: Substring, month: Substring, year: Substring, clock: Substring, zone: Substring
  ) -> String? {
    guard let number = Day.internetMonths.firstIndex(of: String(month)), year.count == 4,
      day.count <= 2
    else {
      return nil
    }
    let date = "\(year)-\(twoDigits("\(number + 1)"))-\(twoDigits(day))"
    let offset: String
    switch zone {
    case "", "GMT", "UT", "UTC", "Z", "+0000", "-0000": offset = "Z"
    default:
      guard zone.count == 5, zone.hasPrefix("+") || zone.hasPrefix("-") else { return nil }
      offset = "\(zone.prefix(3)):\(zone.suffix(2))"
    }
    let text = "\(date)T\(clock)\(offset)"
    return CaptureTime(text) == nil ? nil : text
  }

  private static func twoDigits(_ text: some StringProtocol) -> String {
    text.count == 1 ? "0\(text)" : String(text)
  }
}
