/// A file that is kept beside the log: what was at an address when someone saved it.
///
/// It belongs to every source whose `url` or `archived` is one of its addresses. It moves nothing.
package struct Capture: Hashable, Sendable {
  /// The addresses that it is a copy of, as the sources name them.
  package let urls: [String]
  /// The SHA-256 of its bytes, 64 lower-case hexadecimal digits.
  package let sha256: String
  /// How many bytes it has.
  package let bytes: Int64
  /// Its media type: `text/html`.
  package let media: String
  /// When it was made: an instant or a day, as given.
  package let captured: String
  /// The program and the person that made it.
  package let with: String?
  /// The page's or document's own title.
  package let title: String?

  /// More addresses than this are not proposed for one file.
  static let mostAddresses = 20
}

extension Capture: EventBody {
  static let type = EventType.capture
  static let sentence = "A file is kept beside the log: a copy of what a source's address showed."

  struct Fields: Sendable {
    let urls = Field.required(
      "urls", .list(.address, atLeast: 1),
      "the addresses that it is a copy of, as the sources name them; at most 20")
    let sha256 = Field.required("sha256", .sha256, "the digest of the file")
    let bytes = Field.required("bytes", .count, "how many bytes the file has")
    let media = Field.required(
      "media",
      .pattern(
        "^[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+$", named: "media type in lower case",
        expected: "media type in lower case: text/html", where: isMediaType),
      "its media type")
    let captured = Field.required(
      "captured",
      .pattern(
        CaptureTime.pattern, named: "instant or day", expected: CaptureTime.expected,
        where: { CaptureTime($0) != nil }),
      "when the copy was made")
    let with = Field.optional("with", .line, "the program and the person that made it")
    let title = Field.optional(
      "title", .text(limit: TextLimit.quotation), "the page's or document's own title")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    urls = try reader.read(Self.fields.urls)
    sha256 = try reader.read(Self.fields.sha256)
    bytes = try reader.read(Self.fields.bytes)
    media = try reader.read(Self.fields.media)
    captured = try reader.read(Self.fields.captured)
    with = try reader.read(Self.fields.with)
    title = try reader.read(Self.fields.title)
  }
}

extension Capture {
  /// What two addresses have in common that are of one page: all but the fragment.
  package static func page(of address: String) -> Substring {
    address.prefix { $0 != "#" }
  }

  /// The pages of which a file can be a copy of a source: where it was seen, and where it is kept.
  package static func pages(of url: String?, _ archived: String?) -> [Substring] {
    [url, archived].compactMap { $0.map(page(of:)) }
  }
}

/// When a file was captured: an instant with its offset, to the minute or finer, or a day.
package struct CaptureTime: Hashable, Sendable {
  /// The day at the place whose offset is given.
  package let day: Day
  /// The instant, to the millisecond; nil for a day.
  package let instant: Timestamp?

  /// Reads RFC 3339, also without seconds or with more exact ones, or a day.
  package init?(_ text: String) {
    guard let day = try? Day(iso: String(text.prefix(10))) else { return nil }
    self.day = day
    guard text.utf8.count > 10 else {
      instant = nil
      return
    }
    let offset = text.hasSuffix("Z") ? 1 : 6
    var clock = text.dropLast(offset)
    if clock.utf8.count == 16 { clock += ":00" }
    // What is more exact than a millisecond is digits all the same, nine of them at most.
    let rest = clock.utf8.dropFirst(23)
    guard rest.count <= 6, rest.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return nil
    }
    let exact = String(clock.prefix(23)) + String(text.suffix(offset))
    guard let instant = try? Timestamp(rfc3339: exact) else { return nil }
    self.instant = instant
  }

  /// Its shape as a regular expression.
  static let pattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}"
    + "(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$"

  static let expected = "instant or day: 2022-05-06T09:00Z, 2022-05-06"
}

/// Whether a text is a media type without parameters, in lower case.
private func isMediaType(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  return parts.count == 2
    && parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "&"),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
            UInt8(ascii: "-"):
            true
          default: false
          }
        }
    }
}
