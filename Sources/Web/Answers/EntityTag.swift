/// Names the bytes of an answer, so that a client that has them need not get them again
/// (RFC 9110 §8.8.3).
///
/// An answer follows from the query, the log up to its head, and the program; the tag is strong.
struct EntityTag: Hashable, Sendable {
  let text: String

  /// A tag as it stands in a header field.
  init(text: String) {
    self.text = text
  }

  /// The tag of a query's answer at a head of the log.
  init(head: Int64, query: String, version: String) {
    text = "\"\(head)-\(String(fingerprint("\(version) \(query)"), radix: 16))\""
  }

  /// Whether a client says that it has these bytes (`If-None-Match`).
  func isAmong(_ tags: String) -> Bool {
    tags.split(separator: ",").contains { given in
      let tag = given.trimmingSpaces
      return tag == "*" || tag == text || tag == "W/\(text)"
    }
  }
}
