import Answers
import HTTPTypes

/// How far a browser is to trust every answer, and which sites may show or read it: as little as
/// works, and none unless they were named.
enum SecurityFields {
  /// Adds the fields to an answer.
  ///
  /// - Parameters:
  ///   - fields: those that the answer has.
  ///   - asked: those of the request.
  ///   - embedders: whose pages may show and read this answer.
  static func add(
    to fields: inout HTTPFields, asked: HTTPFields, embedders: [WebOrigin]
  ) {
    let policy =
      switch fields[.contentType] {
      case Format.html.mediaType: page
      case Format.svg.mediaType: picture
      default: all
      }
    let framers =
      embedders.isEmpty ? "'none'" : embedders.map(\.description).joined(separator: " ")
    fields[.contentSecurityPolicy] = "\(policy); frame-ancestors \(framers)"
    fields[.xContentTypeOptions] = "nosniff"
    fields[.referrerPolicy] = "no-referrer"
    fields[.crossOriginResourcePolicy] = "same-origin"
    guard !embedders.isEmpty else {
      fields[.xFrameOptions] = "DENY"
      return
    }
    fields[.vary] = (fields[.vary].map { "\($0), " } ?? "") + "Origin, Referer"
    // A page that shows a picture says where it is in one of the two; only what a script reads
    // needs the first.
    let origin = asked[.origin].flatMap { WebOrigin($0) }
    let asker = origin ?? asked[.referer].flatMap { WebOrigin(ofAddress: $0) }
    guard let asker, embedders.contains(asker) else { return }
    fields[.crossOriginResourcePolicy] = "cross-origin"
    if let origin { fields[.accessControlAllowOrigin] = origin.description }
  }

  private static let all = "default-src 'none'; sandbox"
  /// A picture of its own brings its style with it, and runs nothing.
  private static let picture = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
  private static let page = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' blob:",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
  ].joined(separator: "; ")
}
