/// A token as it stands in the `Authorization` field (RFC 6750 §2.1).
struct BearerToken {
  let text: String

  /// Nil where the field is missing or holds something else.
  init?(_ field: String?) {
    guard let words = field?.split(separator: " "), words.count == 2,
      words[0].lowercased() == "bearer"
    else { return nil }
    text = String(words[1])
  }
}
