import Answers
import HTTPTypes

/// How far a browser is to trust every answer: as little as works.
enum SecurityFields {
  /// The fields of an answer of a media type.
  static func fields(for mediaType: String?) -> HTTPFields {
    switch mediaType {
    case Format.html.mediaType: page
    case Format.svg.mediaType: picture
    default: all
    }
  }

  private static let all: HTTPFields = [
    .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
    .xContentTypeOptions: "nosniff",
    .referrerPolicy: "no-referrer",
    .crossOriginResourcePolicy: "same-origin",
  ]

  /// A picture of its own brings its style with it, and runs nothing.
  private static let picture: HTTPFields = {
    var fields = all
    fields[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
    return fields
  }()

  private static let page: HTTPFields = {
    var fields = all
    fields[.contentSecurityPolicy] = [
      "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' blob:",
      "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
    return fields
  }()
}
