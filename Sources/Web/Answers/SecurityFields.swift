import HTTPTypes

/// What every answer tells a browser about how far to trust it: as little as works.
enum SecurityFields {
  /// The fields of an answer that is a page, or one that is not.
  static func fields(isPage: Bool) -> HTTPFields {
    isPage ? page : all
  }

  private static let all: HTTPFields = [
    .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
    .xContentTypeOptions: "nosniff",
    .referrerPolicy: "no-referrer",
    .crossOriginResourcePolicy: "same-origin",
  ]

  private static let page: HTTPFields = {
    var fields = all
    fields[.contentSecurityPolicy] = [
      "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'",
      "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
    return fields
  }()
}
