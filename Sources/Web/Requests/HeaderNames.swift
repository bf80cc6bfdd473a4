import HTTPTypes

/// Names of header fields that the HTTP library does not list.
extension HTTPField.Name {
  /// RFC 8288.
  static let link = named("Link")
  /// RFC 7089 §2.1.1.
  static let acceptDatetime = named("Accept-Datetime")
  /// RFC 7089 §2.1.1.
  static let mementoDatetime = named("Memento-Datetime")
  /// RFC 7034.
  static let xFrameOptions = named("X-Frame-Options")
  static let referrerPolicy = named("Referrer-Policy")
  static let crossOriginResourcePolicy = named("Cross-Origin-Resource-Policy")
  /// The point from which a stream of server-sent events is to continue (HTML, "Server-sent
  /// events").
  static let lastEventID = named("Last-Event-ID")

  static func named(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else {
      preconditionFailure("\(text) is not the name of a header field")
    }
    return name
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  var trimmingSpaces: SubSequence {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return start }
    return start[...last]
  }
}
